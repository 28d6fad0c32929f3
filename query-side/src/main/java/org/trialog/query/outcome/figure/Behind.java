package org.trialog.query.outcome.figure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the numbers of a group: every subject, what of it was counted and what was not.
 */
public record Behind(String group, List<Subject> subjects) {

    public Behind {
        subjects = List.copyOf(subjects);
    }

    /**
     * One subject, left out or not.
     *
     * @param leftOut why it is left out; null when it is in
     * @param anchors day 0, several for each dose; empty when it has none
     * @param days of person-time
     */
    public record Subject(
            String subject,
            @Nullable String leftOut,
            List<LocalDate> anchors,
            long days,
            List<Counted> counted,
            List<NotCounted> notCounted) {

        public Subject {
            anchors = List.copyOf(anchors);
            counted = List.copyOf(counted);
            notCounted = List.copyOf(notCounted);
        }
    }

    /**
     * Something that was counted.
     *
     * @param records several for an episode
     * @param positions in the history of the facts that made the records what they are
     * @param placed the day that it was counted on
     * @param window {@code window}, {@code baseline} or {@code between}; of scores {@code baseline}, the visit's code, {@code
     *     before} or {@code after}; of a prognosis {@code prediction}
     */
    public record Counted(List<String> records, List<Long> positions, LocalDate placed, String window) {}

    /** Something of the outcome's kind that was not counted, and why. */
    public record NotCounted(String record, List<Long> positions, String reason) {}
}
