package org.trialog.query.statistics;

/**
 * One coefficient of a linear model.
 *
 * @param statistic estimate/standardError, Student's t
 * @param p two-sided
 */
public record LinearCoefficient(
        String name, double estimate, double standardError, double statistic, double p, Interval interval) {

    private static final String METHOD = "Student's t";

    static LinearCoefficient of(String name, double estimate, double standardError, int degreesOfFreedom) {
        double t = estimate / standardError;
        return new LinearCoefficient(
                name,
                estimate,
                standardError,
                t,
                Distributions.studentTwoSided(t, degreesOfFreedom),
                Distributions.student(estimate, standardError, degreesOfFreedom, METHOD));
    }
}
