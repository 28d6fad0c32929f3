package org.trialog.query.statistics;

/**
 * Events per person-time with the exact Poisson interval of Garwood (1936): λ = x/T, lower χ²(α/2; 2x)/2T (0 if there
 * are no events), upper χ²(1−α/2; 2x+2)/2T. R: {@code poisson.test(x, T)}.
 *
 * @param personTime in the unit the rate is wanted per, commonly years of 365.25 days
 */
public record PoissonRate(long events, double personTime, Estimate rate, Interval interval) {

    private static final String METHOD = "exact Poisson (Garwood)";

    /** @throws IllegalArgumentException if a count or a time is negative */
    public static PoissonRate exact(long events, double personTime) {
        requireCount(events, personTime);
        if (personTime == 0) {
            String reason = "no person-time";
            return new PoissonRate(events, 0, Estimate.none(reason), Interval.none(reason, METHOD));
        }
        double lower = events == 0 ? 0.0 : Distributions.gammaQuantile(Interval.TAIL, (double) events) / personTime;
        double upper = Distributions.gammaQuantile(1.0 - Interval.TAIL, events + 1.0) / personTime;
        return new PoissonRate(events, personTime, Estimate.of(events / personTime), Interval.of(lower, upper, METHOD));
    }

    static void requireCount(long events, double personTime) {
        if (events < 0 || !(personTime >= 0) || Double.isInfinite(personTime)) {
            throw new IllegalArgumentException(events + " events in " + personTime + " person-time");
        }
    }
}
