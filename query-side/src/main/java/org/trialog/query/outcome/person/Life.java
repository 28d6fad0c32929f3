package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.protocol.FractureRules;
import org.trialog.query.outcome.figure.Behind.NotCounted;

/**
 * What is known of one subject about one kind of occurrence.
 *
 * @param confirmed the time for which its status was asked and answered, to death and cut-off
 * @param atRisk the confirmed time from birth on
 * @param occurrences those within confirmed time, in order
 * @param notCounted those that never count in any window, and why
 * @param partial how many occurrences had to be placed, or were left out for it
 * @param death the day, if it lies within confirmed time
 */
public record Life(
        List<Span> confirmed,
        List<Span> atRisk,
        List<Occurrence> occurrences,
        List<NotCounted> notCounted,
        int partial,
        @Nullable LocalDate death) {

    public static final String OUTSIDE = "outside confirmed follow-up";
    public static final String PENDING = "not confirmed yet";

    /**
     * What to look for.
     *
     * @param episodes whether the fractures of one incident are one
     * @param placement in place of the filter's own rule; null leaves it
     */
    public record Search(
            EventFilter filter,
            FractureRules rules,
            boolean episodes,
            @Nullable Placement placement) {}

    /** @param emergentFrom see {@link Bounds} */
    public static Life of(Person person, Search search, @Nullable LocalDate emergentFrom) {
        return new Finder(person, search, emergentFrom).life();
    }

    /** The same time with nothing looked for in it. */
    public Life time() {
        return new Life(confirmed, atRisk, List.of(), List.of(), 0, death);
    }

    public Exposure within(Window window) {
        return new Exposure(
                window,
                window.cut(atRisk),
                occurrences.stream()
                        .filter(occurrence -> window.contains(occurrence.day()))
                        .toList());
    }
}
