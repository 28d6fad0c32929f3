package org.trialog.query.statistics;

/**
 * The mean time without event up to τ: the area under the curve from the anchor to τ.
 *
 * @param mean not estimable if τ lies beyond the last follow-up while the curve is above 0
 */
public record RestrictedMean(double tau, Estimate mean, Estimate standardError, Interval interval) {

    private static final String METHOD = "normal";

    static RestrictedMean of(double tau, double mean, Estimate standardError) {
        Interval interval =
                switch (standardError) {
                    case Estimate.Known(double se) when se > 0 -> Interval.wald(mean, se, METHOD);
                    case Estimate.Known _ -> Interval.none("no spread of times up to τ", METHOD);
                    case Estimate.NotEstimable(String reason) -> Interval.none(reason, METHOD);
                };
        return new RestrictedMean(tau, Estimate.of(mean), standardError, interval);
    }

    static RestrictedMean none(double tau, String reason) {
        return new RestrictedMean(tau, Estimate.none(reason), Estimate.none(reason), Interval.none(reason, METHOD));
    }
}
