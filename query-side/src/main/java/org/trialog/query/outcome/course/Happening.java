package org.trialog.query.outcome.course;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.DateRange;

/**
 * Something that happened to a subject.
 *
 * @param records several for an episode
 * @param positions in the history of the facts behind the records
 * @param days all that the date leaves open
 * @param day the one that it counts on; the middle of {@code days} when it does not count
 * @param label in words: a bone, a term, a dose's number
 * @param notCounted why an event of the outcome is in no number; null for all else
 */
public record Happening(
        Type type,
        List<String> records,
        List<Long> positions,
        DateRange days,
        LocalDate day,
        String label,
        @Nullable String notCounted) {

    /** Days, then kinds, then ids: the order in which facts were entered changes nothing. */
    public static final Comparator<Happening> BY_DAY = Comparator.comparing(Happening::day)
            .thenComparing(Happening::type)
            .thenComparing(happening -> happening.records().getFirst());

    public Happening {
        records = List.copyOf(records);
        positions = List.copyOf(positions);
    }

    /** What it is. What the outcome asks for is its event, whatever else it is. */
    public enum Type {
        EVENT,
        DOSE,
        FRACTURE,
        ADVERSE_EVENT,
        SERIOUS_ADVERSE_EVENT,
        VISIT,
        DEATH
    }
}
