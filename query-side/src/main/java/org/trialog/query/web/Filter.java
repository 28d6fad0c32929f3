package org.trialog.query.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.HistoryLines.Wanted;
import org.trialog.query.problem.Problem;

/**
 * Which part of the history is asked for, as query parameters.
 *
 * @param from first position, included
 * @param to last position, included
 * @param type names of events, repeated or separated by commas
 * @param limit length of a page, 1 to 1000
 */
record Filter(
        @Nullable String asKnownAt,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable Set<String> type,
        @Nullable Integer limit) {

    private static final int PAGE = 200;
    private static final int MOST = 1_000;

    /** @throws Problem 400 {@code parameter-malformed} */
    Wanted wanted(StudyId study, @Nullable SubjectId subject) {
        if (from != null && from < 1) {
            throw Problem.malformed("from", "parameter-malformed", "Positions count from 1.");
        }
        return new Wanted(
                study,
                subject,
                AsKnownAt.of(asKnownAt),
                type == null ? Set.of() : type,
                from == null ? 0 : from - 1,
                to == null ? Long.MAX_VALUE : to);
    }

    /** @throws Problem 400 {@code parameter-malformed} */
    int most() {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Problem.malformed("limit", "parameter-malformed", "A page holds 1 to %d facts.".formatted(MOST));
        }
        return limit == null ? PAGE : limit;
    }
}
