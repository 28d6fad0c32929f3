/**
 * The numeric procedures behind the outcomes: pure functions of numbers, without any notion of a study.
 *
 * <p>Each procedure names its formula, its reference and the R function it agrees with. All arithmetic goes through
 * Hipparchus' {@code FastMath} and sums in a stated order, so that one input gives the same bytes on any machine. What
 * cannot be estimated is an {@link org.trialog.query.statistics.Estimate.NotEstimable} with its reason, never NaN.
 */
@NullMarked
package org.trialog.query.statistics;

import org.jspecify.annotations.NullMarked;
