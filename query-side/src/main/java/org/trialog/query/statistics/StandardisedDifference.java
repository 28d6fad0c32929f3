package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The difference of two means in pooled standard deviations, corrected for small samples: g = J(m)·d, m = n₁ + n₂ − 2,
 * J(m) = Γ(m/2) / (√(m/2)·Γ((m − 1)/2)), variance 1/n₁ + 1/n₂ + g²/2(n₁ + n₂) (Hedges 1981). R:
 * {@code metafor::escalc(measure = "SMD")}.
 */
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
        double m = x.n() + y.n() - 2.0;
        double pooled = FastMath.sqrt(((x.n() - 1.0) * x.variance() + (y.n() - 1.0) * y.variance()) / m);
        double correction = FastMath.exp(Gamma.logGamma(m / 2) - FastMath.log(m / 2) / 2 - Gamma.logGamma((m - 1) / 2));
        double g = correction * (x.mean() - y.mean()) / pooled;
        double error = FastMath.sqrt(1.0 / x.n() + 1.0 / y.n() + g * g / (2.0 * (x.n() + y.n())));
        return new StandardisedDifference(Estimate.of(g), Estimate.of(error), Interval.wald(g, error, METHOD));
    }

    private static StandardisedDifference none(String reason) {
        return new StandardisedDifference(Estimate.none(reason), Estimate.none(reason), Interval.none(reason, METHOD));
    }
}
