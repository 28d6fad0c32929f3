package org.trialog.command.subject.visit;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.time.Anchors;
import org.trialog.events.clinical.Visit;
import org.trialog.events.protocol.DayWindow;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.DateRange;

/** Rule 20: a planned visit lies within its window around the planned day. Without a window nothing is said. */
public final class VisitWindow {
    private VisitWindow() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(20, "visit-out-of-window").heeding(Anchors.MOVERS).on(Visit.class, VisitWindow::judge));
    }

    private static List<Finding> judge(Visit visit, Matter matter) {
        @Nullable
        PlannedVisit planned = visit.code() == null
                ? null
                : matter.protocol().visit(visit.code()).orElse(null);
        Optional<DateRange> date = matter.range();
        if (planned == null || date.isEmpty()) {
            return List.of();
        }
        @Nullable Period at = planned.at();
        @Nullable DayWindow window = planned.window();
        Optional<DateRange> anchor = Anchors.day(planned.anchor(), matter);
        if (at == null || window == null || anchor.isEmpty()) {
            return List.of();
        }
        LocalDate day = anchor.get().earliest().plus(at);
        return Anchors.outside(date.get(), anchor.get(), at, window)
                .raise(() -> Finding.doubt(20, "visit-out-of-window", "The visit lies outside its window.")
                        .at("date")
                        .with("visit", planned.code())
                        .with("planned", day)
                        .with("from", window.around(day).earliest())
                        .with("through", window.around(day).latest())
                        .with("made", visit.date()));
    }
}
