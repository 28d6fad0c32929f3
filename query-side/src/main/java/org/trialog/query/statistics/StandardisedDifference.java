package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;

/** Hedges' g of two samples with its standard error; the formula stands at {@link EffectSize}. */
public record StandardisedDifference(Estimate g, Estimate standardError, Interval interval) {

    private static final String METHOD = "Hedges' g, normal";

    public static StandardisedDifference of(List<Double> first, List<Double> second) {
        if (first.size() < 2 || second.size() < 2) {
            return none("fewer than two values on a side");
        }
        Moments x = Moments.of(first);
        Moments y = Moments.of(second);
        if (!x.varies() && !y.varies()) {
            return none(SampleMean.ALL_EQUAL);
        }
        EffectSize effect = EffectSize.standardisedMeanDifference(x.means(), y.means());
        return new StandardisedDifference(
                effect.value(), effect.variance().map(FastMath::sqrt), effect.interval(METHOD));
    }

    private static StandardisedDifference none(String reason) {
        return new StandardisedDifference(Estimate.none(reason), Estimate.none(reason), Interval.none(reason, METHOD));
    }
}
