package org.trialog.query.statistics;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The effect of one study, treated against control, with its variance. R: {@code metafor::escalc}.
 *
 * @param value a difference, or the logarithm of a ratio
 */
public record EffectSize(Estimate value, Estimate variance) {

    private static final double CONTINUITY = 0.5;

    /** {@code mean difference}, variance s1²/n1 + s2²/n2; R: {@code escalc("MD")}. */
    public static EffectSize meanDifference(Means treated, Means control) {
        return of(treated.mean() - control.mean(), square(treated) / treated.n() + square(control) / control.n());
    }

    /**
     * Hedges' g: the difference over the pooled deviation, corrected by Γ(m/2)/(√(m/2)·Γ((m−1)/2)), m = n1 + n2 − 2;
     * variance 1/n1 + 1/n2 + g²/(2(n1 + n2)). R: {@code escalc("SMD")}.
     */
    public static EffectSize standardisedMeanDifference(Means treated, Means control) {
        double both = treated.n() + control.n();
        double freedom = both - 2.0;
        double within = (treated.n() - 1.0) * square(treated) + (control.n() - 1.0) * square(control);
        if (freedom <= 0 || within <= 0) {
            return none("no spread within the groups to standardise by");
        }
        double correction = FastMath.exp(Gamma.logGamma(freedom / 2.0)
                - FastMath.log(freedom / 2.0) / 2.0
                - Gamma.logGamma((freedom - 1.0) / 2.0));
        double g = correction * (treated.mean() - control.mean()) / FastMath.sqrt(within / freedom);
        return of(g, 1.0 / treated.n() + 1.0 / control.n() + g * g / (2.0 * both));
    }

    /**
     * The log ratio of the shares with an event; variance 1/x1 − 1/n1 + 1/x2 − 1/n2. A study in which one cell of the
     * four-fold table is 0 gets 0.5 in each of its cells, no other does. R: {@code escalc("RR", add = 0.5, to = "only0")}.
     */
    public static EffectSize logRiskRatio(Counts treated, Counts control) {
        if (treated.events() == 0 && control.events() == 0) {
            return none("no event in either group");
        }
        boolean empty = empty(treated) || empty(control) || full(treated) || full(control);
        Counts one = empty ? continued(treated, 2 * CONTINUITY) : treated;
        Counts other = empty ? continued(control, 2 * CONTINUITY) : control;
        return of(
                FastMath.log(one.events() / one.of()) - FastMath.log(other.events() / other.of()),
                1.0 / one.events() - 1.0 / one.of() + 1.0 / other.events() - 1.0 / other.of());
    }

    /**
     * The log ratio of the rates; variance 1/x1 + 1/x2. A study without an event in one group gets 0.5 in both, no other
     * does. R: {@code escalc("IRR", add = 0.5, to = "only0")}.
     */
    public static EffectSize logRateRatio(Counts treated, Counts control) {
        if (treated.events() == 0 && control.events() == 0) {
            return none("no event in either group");
        }
        boolean empty = empty(treated) || empty(control);
        Counts one = empty ? continued(treated, 0) : treated;
        Counts other = empty ? continued(control, 0) : control;
        return of(
                FastMath.log(one.events() / one.of()) - FastMath.log(other.events() / other.of()),
                1.0 / one.events() + 1.0 / other.events());
    }

    /** Of this study alone, normal. */
    public Interval interval() {
        return interval("normal");
    }

    Interval interval(String method) {
        return variance instanceof Estimate.Known(double known) && value instanceof Estimate.Known(double effect)
                ? Interval.wald(effect, FastMath.sqrt(known), method)
                : Interval.none(variance.reason(), method);
    }

    /** The same with the other side as the better one. */
    public EffectSize turned() {
        return new EffectSize(value.map(effect -> -effect), variance);
    }

    private static EffectSize of(double value, double variance) {
        return variance > 0
                ? new EffectSize(Estimate.of(value), Estimate.of(variance))
                : none("no spread within the groups: its variance is 0");
    }

    public static EffectSize none(String reason) {
        return new EffectSize(Estimate.none(reason), Estimate.none(reason));
    }

    private static boolean empty(Counts group) {
        return group.events() == 0;
    }

    private static boolean full(Counts group) {
        return group.events() == group.of();
    }

    private static Counts continued(Counts group, double more) {
        return new Counts(group.events() + CONTINUITY, group.of() + more);
    }

    private static double square(Means group) {
        return group.deviation() * group.deviation();
    }
}
