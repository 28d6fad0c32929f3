package org.trialog.query.outcome.figure;

import org.jspecify.annotations.Nullable;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.Ratio;
import org.trialog.query.statistics.StandardisedDifference;

/**
 * A group against the reference.
 *
 * <p>A p-value is null where it is not shown: arms that were chosen get none unless the definition asks for the test.
 */
public sealed interface Comparison {

    String group();

    String reference();

    String method();

    /** A test; {@code group} is {@link #ALL} for one over all groups. */
    record Test(
            String group,
            String reference,
            String method,
            Estimate statistic,
            int degreesOfFreedom,
            @Nullable Estimate p)
            implements Comparison {}

    /**
     * A ratio of rates or hazards.
     *
     * @param p the main one: minimum likelihood for exact ratios, normal otherwise
     * @param pTwiceSmallerTail beside it, exact ratios only
     */
    record Contrast(
            String group,
            String reference,
            String method,
            Ratio ratio,
            @Nullable Estimate p,
            @Nullable Estimate pTwiceSmallerTail)
            implements Comparison {}

    /**
     * A difference of means, the group's minus the reference's.
     *
     * @param visit null where the figure has none
     * @param n subjects in it, of both or of the whole model
     * @param standardised beside it; null for an adjusted one
     */
    record Difference(
            String group,
            String reference,
            String method,
            @Nullable String visit,
            int n,
            Estimate estimate,
            Estimate standardError,
            Estimate degreesOfFreedom,
            Interval interval,
            @Nullable Estimate p,
            @Nullable StandardisedDifference standardised)
            implements Comparison {}

    /** Stands for the group in a test over all of them. */
    String ALL = "all";
}
