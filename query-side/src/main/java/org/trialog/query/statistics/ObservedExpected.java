package org.trialog.query.statistics;

/**
 * Observed ends over those expected, with the exact Poisson interval of the observed ones: O/E, E = Σ[H(t) − H(entry)]
 * (Breslow and Day 1987; R: {@code poisson.test(O, E)}).
 */
public record ObservedExpected(long observed, double expected, Estimate ratio, Interval interval) {

    /** @throws IllegalArgumentException if a count or an expectation is negative */
    public static ObservedExpected of(long observed, double expected) {
        if (expected == 0) {
            String reason = "nothing was expected";
            return new ObservedExpected(
                    observed,
                    expected,
                    Estimate.none(reason),
                    Interval.none(reason, PoissonRate.exact(0, 1).interval().method()));
        }
        PoissonRate rate = PoissonRate.exact(observed, expected);
        return new ObservedExpected(observed, expected, rate.rate(), rate.interval());
    }
}
