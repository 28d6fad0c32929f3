package org.trialog.query.statistics;

import org.hipparchus.util.FastMath;

/**
 * One coefficient of a fitted log-linear model.
 *
 * @param statistic estimate/standardError, compared with the normal or with Student's t as the model says
 * @param ratio the exponentiated coefficient: a rate or hazard ratio, but for an intercept the rate itself
 */
public record Coefficient(
        String name,
        double estimate,
        double standardError,
        double statistic,
        double p,
        Interval interval,
        Ratio ratio) {

    private static final String WALD_Z = "Wald, normal";
    private static final String WALD_T = "Wald, Student's t";

    static Coefficient normal(String name, double estimate, double standardError) {
        double z = estimate / standardError;
        return of(
                name,
                estimate,
                standardError,
                Distributions.normalTwoSided(z),
                Interval.wald(estimate, standardError, WALD_Z));
    }

    static Coefficient student(String name, double estimate, double standardError, int degreesOfFreedom) {
        double t = estimate / standardError;
        return of(
                name,
                estimate,
                standardError,
                Distributions.studentTwoSided(t, degreesOfFreedom),
                Distributions.student(estimate, standardError, degreesOfFreedom, WALD_T));
    }

    private static Coefficient of(String name, double estimate, double standardError, double p, Interval interval) {
        Ratio ratio = new Ratio(
                Estimate.of(FastMath.exp(estimate)), interval.exp(), Estimate.of(estimate), Estimate.of(standardError));
        return new Coefficient(name, estimate, standardError, estimate / standardError, p, interval, ratio);
    }
}
