package org.trialog.query.outcome.pooled;

import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.figure.Numbers.PooledGroup;
import org.trialog.query.statistics.Counts;
import org.trialog.query.statistics.Means;

/** One side of a comparison: groups merged into one, or a control divided among the comparisons that it serves. */
final class Side {

    private Side() {}

    static PooledGroup merged(PooledGroup one, PooledGroup other) {
        return new PooledGroup(
                one.n() + other.n(),
                both(one.means(), other.means(), Means::with),
                both(one.counts(), other.counts(), Counts::with));
    }

    static PooledGroup divided(PooledGroup group, int comparisons) {
        Means means = group.means();
        Counts counts = group.counts();
        return new PooledGroup(
                group.n() / comparisons,
                means == null ? null : means.dividedBy(comparisons),
                counts == null ? null : counts.dividedBy(comparisons));
    }

    private static <T> @Nullable T both(@Nullable T one, @Nullable T other, BinaryOperator<T> merge) {
        return one == null || other == null ? null : merge.apply(one, other);
    }
}
