package org.trialog.query.statistics;

import java.util.List;

/** One row of a rate regression, commonly one subject: its events, its person-time and its covariates. */
public record RateObservation(long events, double personTime, List<Double> covariates) {
    public RateObservation {
        PoissonRate.requireCount(events, personTime);
        if (personTime == 0) {
            throw new IllegalArgumentException("A row without person-time has no rate; leave it out and say so");
        }
        covariates = List.copyOf(covariates);
    }
}
