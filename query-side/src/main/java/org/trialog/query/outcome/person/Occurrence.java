package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and counts, at the day that it counts on.
 *
 * @param records one, or several for an episode
 * @param positions in the history of the facts behind the records
 * @param partial whether the day had to be placed
 * @param incident what groups it with others of one incident; null when nothing does
 * @param site bone and side, to tell the same fracture told twice; null when they are not known
 */
public record Occurrence(
        List<String> records,
        List<Long> positions,
        LocalDate day,
        boolean partial,
        @Nullable String incident,
        @Nullable String site) {

    static final Comparator<Occurrence> BY_DAY = Comparator.comparing(Occurrence::day)
            .thenComparing(occurrence -> occurrence.records().getFirst());
}
