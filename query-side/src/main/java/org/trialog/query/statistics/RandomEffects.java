package org.trialog.query.statistics;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.trialog.query.statistics.WeightedMean.Effect;

/**
 * Effects of several studies pooled with a variance τ² between them: μ = Σwy/Σw, w = 1/(v + τ²). R: {@code metafor::rma}.
 *
 * <p>By {@link Test#NORMAL} its standard error is √(1/Σw) and limits are normal. By {@link Test#HARTUNG_KNAPP} the
 * variance is Σw(y − μ)²/((k − 1)Σw) and limits are Student's with k − 1 (Hartung and Knapp 2001; one study alone is normal
 * all the same). The prediction interval, where the true effect of a further study lies, is μ ± q·√(τ² + SE²) with the
 * same q. I² = τ²/(τ² + s²) and H² = 1 + τ²/s² with the typical variance s² = (k − 1)/(Σw − Σw²/Σw), w = 1/v (Higgins and
 * Thompson 2002).
 *
 * @param q Cochran's, with {@code freedom}
 * @param weights per cent, in the order of the effects
 */
public record RandomEffects(
        Estimate effect,
        Estimate standardError,
        Interval interval,
        Estimate tau2,
        Estimate q,
        int freedom,
        Estimate p,
        Estimate iSquared,
        Estimate hSquared,
        Interval prediction,
        List<Double> weights) {

    public RandomEffects {
        weights = List.copyOf(weights);
    }

    /** How the interval of a pooled effect is formed. */
    public enum Test {
        NORMAL,
        HARTUNG_KNAPP
    }

    /** Between groups of studies, each pooled by itself with a τ² of its own. */
    public record Difference(Estimate q, int freedom, Estimate p) {}

    /** @param studies with a value and a variance each; none gives a reason in place of every number */
    public static RandomEffects of(List<EffectSize> studies, BetweenStudies estimator, Test test) {
        if (studies.isEmpty()) {
            return nothing("no study");
        }
        List<Effect> effects = studies.stream().map(RandomEffects::effect).toList();
        WeightedMean fixed = WeightedMean.of(effects);
        int freedom = fixed.freedom();
        double tau2 = freedom == 0 ? 0.0 : estimator.variance(fixed);
        WeightedMean mean = fixed.between(tau2);
        boolean student = test == Test.HARTUNG_KNAPP && freedom > 0;
        double standardError =
                FastMath.sqrt(student ? mean.deviance() / (freedom * mean.weights()) : 1.0 / mean.weights());
        double quantile = student ? Distributions.studentQuantile(1.0 - Interval.TAIL, freedom) : Interval.Z;
        String method = student ? "Hartung-Knapp (t)" : "normal";
        List<Double> weights = effects.stream()
                .map(effect -> 100.0 * mean.weight(effect) / mean.weights())
                .toList();
        if (freedom == 0) {
            return alone(mean.mean(), standardError, weights);
        }
        double typical = freedom / fixed.spread();
        double reach = quantile * FastMath.sqrt(tau2 + standardError * standardError);
        return new RandomEffects(
                Estimate.of(mean.mean()),
                Estimate.of(standardError),
                Interval.of(mean.mean() - quantile * standardError, mean.mean() + quantile * standardError, method),
                Estimate.of(tau2),
                Estimate.of(fixed.deviance()),
                freedom,
                Estimate.of(Distributions.chiSquareUpper(fixed.deviance(), freedom)),
                Estimate.of(100.0 * tau2 / (tau2 + typical)),
                Estimate.of(1.0 + tau2 / typical),
                Interval.of(mean.mean() - reach, mean.mean() + reach, method),
                weights);
    }

    /** Q between groups: Σw(μ_g − μ̄)², w = 1/SE², on one degree of freedom less than there are groups. */
    public static Difference between(List<RandomEffects> groups) {
        List<Effect> means = groups.stream()
                .filter(group -> group.effect.asDouble().isPresent()
                        && group.standardError.asDouble().orElse(0) > 0)
                .map(group -> new Effect(
                        group.effect.asDouble().orElseThrow(),
                        FastMath.pow(group.standardError.asDouble().orElseThrow(), 2)))
                .toList();
        if (means.size() < 2) {
            Estimate none = Estimate.none("fewer than two groups of studies");
            return new Difference(none, 0, none);
        }
        WeightedMean mean = WeightedMean.of(means);
        return new Difference(
                Estimate.of(mean.deviance()),
                mean.freedom(),
                Estimate.of(Distributions.chiSquareUpper(mean.deviance(), mean.freedom())));
    }

    private static Effect effect(EffectSize study) {
        double variance = study.variance().asDouble().orElseThrow(() -> new IllegalArgumentException("no variance"));
        if (!(variance > 0)) {
            throw new IllegalArgumentException("A study of variance " + variance + " would weigh infinitely");
        }
        return new Effect(study.value().asDouble().orElseThrow(), variance);
    }

    private static RandomEffects alone(double effect, double standardError, List<Double> weights) {
        Estimate none = Estimate.none("one study");
        return new RandomEffects(
                Estimate.of(effect),
                Estimate.of(standardError),
                Interval.wald(effect, standardError, "normal"),
                none,
                none,
                0,
                none,
                none,
                none,
                Interval.none("one study", "normal"),
                weights);
    }

    private static RandomEffects nothing(String reason) {
        Estimate none = Estimate.none(reason);
        Interval nowhere = Interval.none(reason, "normal");
        return new RandomEffects(none, none, nowhere, none, none, 0, none, none, none, nowhere, List.of());
    }
}
