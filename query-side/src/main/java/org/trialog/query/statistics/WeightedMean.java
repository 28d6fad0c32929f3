package org.trialog.query.statistics;

import java.util.List;

/** The mean of effects by their inverse variances, and the sums that pooling needs; all in the order given. */
final class WeightedMean {

    private final List<Effect> effects;
    private final double tau2;
    private final double weights;
    private final double squaredWeights;
    private final double mean;

    /** An effect and its own variance. */
    record Effect(double value, double variance) {}

    private WeightedMean(List<Effect> effects, double tau2) {
        this.effects = effects;
        this.tau2 = tau2;
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (Effect effect : effects) {
            double weight = weight(effect);
            sum += weight;
            squares += weight * weight;
            products += weight * effect.value();
        }
        this.weights = sum;
        this.squaredWeights = squares;
        this.mean = products / sum;
    }

    static WeightedMean of(List<Effect> effects) {
        return new WeightedMean(effects, 0.0);
    }

    /** The same effects with a variance between them. */
    WeightedMean between(double variance) {
        return new WeightedMean(effects, variance);
    }

    double weight(Effect effect) {
        return 1.0 / (effect.variance() + tau2);
    }

    double mean() {
        return mean;
    }

    double weights() {
        return weights;
    }

    int freedom() {
        return effects.size() - 1;
    }

    /** Σw − Σw²/Σw. */
    double spread() {
        return weights - squaredWeights / weights;
    }

    /** Q = Σw(y − μ)². */
    double deviance() {
        double sum = 0;
        for (Effect effect : effects) {
            double apart = effect.value() - mean;
            sum += weight(effect) * apart * apart;
        }
        return sum;
    }

    /** Σw²(y − μ)². */
    double squaredDeviance() {
        double sum = 0;
        for (Effect effect : effects) {
            double scaled = weight(effect) * (effect.value() - mean);
            sum += scaled * scaled;
        }
        return sum;
    }

    /** Σ(y − ȳ)², never 0: where the search for a variance starts. */
    double spreadOfEffects() {
        double sum = 0;
        for (Effect effect : effects) {
            double apart = effect.value() - mean;
            sum += apart * apart;
        }
        return sum + Double.MIN_NORMAL;
    }
}
