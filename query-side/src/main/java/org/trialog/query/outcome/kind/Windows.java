package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EventFilter;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Window;

/** The windows of a subject. Offsets go once from the anchor by calendar, never from one another. */
record Windows(Question question) {

    /** One from each anchor; a window from one dose ends at the next. */
    List<Window> from(List<LocalDate> anchors, Life life) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < anchors.size(); i++) {
            LocalDate next = i + 1 < anchors.size() ? anchors.get(i + 1) : null;
            Window window = window(anchors.get(i), next, life);
            if (window.end() == null || window.start().isBefore(window.end())) {
                windows.add(window);
            }
        }
        return List.copyOf(windows);
    }

    private Window window(LocalDate anchor, @Nullable LocalDate next, Life life) {
        Period to = question.definition().to();
        LocalDate end = to == null ? null : anchor.plus(to);
        LocalDate start = anchor.plus(question.from());
        if (next != null && (end == null || next.isBefore(end))) {
            return new Window(anchor, start, next, false);
        }
        return new Window(anchor, everything(end) ? earliest(anchor, life) : start, end, end != null);
    }

    /** A rate of all there ever was, before the anchor too. */
    private boolean everything(@Nullable LocalDate end) {
        EventFilter event = question.event();
        return end == null
                && question.definition().from() == null
                && event != null
                && event.from() == EventFilter.From.ANY
                && question.countsTime();
    }

    private static LocalDate earliest(LocalDate anchor, Life life) {
        return life.atRisk().isEmpty() || life.atRisk().getFirst().from().isAfter(anchor)
                ? anchor
                : life.atRisk().getFirst().from();
    }

    /** Cut wherever a dose starts within: the dose's own day belongs to the time after it. */
    static List<Window> splitAtDoses(Window window, Person person) {
        return splitAt(
                window,
                person.doses().stream().map(dose -> dose.start().earliest()).toList());
    }

    /** Cut wherever the subject crosses over to another arm: that day belongs to the arm that it crosses to. */
    static List<Window> splitAtCrossings(Window window, Person person) {
        return splitAt(window, person.crossings());
    }

    /** @param days in order */
    static List<Window> splitAt(Window window, List<LocalDate> days) {
        List<Window> parts = new ArrayList<>();
        LocalDate start = window.start();
        for (LocalDate day : days) {
            if (day.isAfter(start) && window.contains(day)) {
                parts.add(new Window(window.anchor(), start, day, false, true));
                start = day;
            }
        }
        parts.add(new Window(window.anchor(), start, window.end(), window.planned(), !parts.isEmpty()));
        return List.copyOf(parts);
    }
}
