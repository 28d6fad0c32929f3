package org.trialog.query.outcome.figure;

import java.util.List;

/**
 * The numbers of a figure.
 *
 * @param by the grouping that was used
 * @param groups arms in the protocol's order, other groups sorted
 * @param comparisons with the reference, which is the first group
 * @param method how estimate, lower and upper were computed, in words
 * @param warnings what a reader must know before believing the numbers
 */
public record Result(
        String by,
        Publication publication,
        List<Group> groups,
        List<Comparison> comparisons,
        String method,
        List<String> warnings) {

    public Result {
        groups = List.copyOf(groups);
        comparisons = List.copyOf(comparisons);
        warnings = List.copyOf(warnings);
    }
}
