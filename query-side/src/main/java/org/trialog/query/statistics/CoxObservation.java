package org.trialog.query.statistics;

import java.util.List;

/**
 * One row of a Cox model: a stretch at risk, the covariates that hold throughout it, and whose it is. A subject may
 * have several rows: split time for covariates that change, repeated events in the form of Andersen and Gill.
 */
public record CoxObservation(Observation atRisk, List<Double> covariates, String subject) {
    public CoxObservation {
        covariates = List.copyOf(covariates);
    }
}
