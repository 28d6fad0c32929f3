package org.trialog.query.outcome.figure;

import org.jspecify.annotations.Nullable;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Ratio;

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

    /** Stands for the group in a test over all of them. */
    String ALL = "all";
}
