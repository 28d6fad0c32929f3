package org.trialog.command.study;

import java.time.LocalDate;
import java.util.List;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.ChangeStudyStatus;
import org.trialog.command.order.Words;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyStatus;
import org.trialog.events.study.StudyStatusChanged;

/** Where a study stands; a study that was stopped early says why. */
final class StatusChange {

    private StatusChange() {}

    static List<StudyEvent> decide(StudyState state, ChangeStudyStatus order, LocalDate today) {
        if (order.status() == StudyStatus.STOPPED_EARLY && order.reason() == null) {
            throw OrderRefused.of(
                    null, "stopped-without-reason", "Say in 'reason' why the study was stopped early.", "reason");
        }
        if (order.reason() != null) {
            Words.require(order.reason(), "reason");
        }
        if (order.since().isAfter(today)) {
            throw OrderRefused.of(
                    null,
                    "status-in-future",
                    "A status is recorded once it holds: today is %s.".formatted(today),
                    "since");
        }
        StudyStatusChanged changed = new StudyStatusChanged(order.status(), order.since(), order.reason());
        List<StudyStatusChanged> before = state.facts(StudyStatusChanged.class);
        return !before.isEmpty() && before.getLast().equals(changed) ? List.of() : List.of(changed);
    }
}
