package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an outcome looks at one subject: from {@code start} to before {@code end}.
 *
 * @param anchor day 0
 * @param end null while there is none: all follow-up
 * @param planned whether the definition set the end, rather than the next dose or the next part
 * @param part whether it is one of several that the subject's window was cut into
 */
public record Window(
        LocalDate anchor, LocalDate start, @Nullable LocalDate end, boolean planned, boolean part) {

    /** One that was not cut. */
    public Window(LocalDate anchor, LocalDate start, @Nullable LocalDate end, boolean planned) {
        this(anchor, start, end, planned, false);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && (end == null || day.isBefore(end));
    }

    /** The parts of the spans within it. A span that reaches the end is cut there, so that its length is right. */
    public List<Span> cut(List<Span> spans) {
        LocalDate last = end == null ? LocalDate.MAX : end;
        return spans.stream()
                .filter(span -> span.from().isBefore(last))
                .flatMap(span -> span.within(start, last).stream())
                .toList();
    }
}
