package org.trialog.command.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.LockDataCut;
import org.trialog.command.order.StudyOrder.UnlockDataCut;
import org.trialog.command.order.Words;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.RecordId;

/** Rule 38: data cuts are locked once, and unlocked with a reason. */
final class DataCuts {
    private static final int RULE = 38;

    private DataCuts() {}

    static List<StudyEvent> lock(StudyState state, LockDataCut order, LocalDate today) {
        if (order.site() != null && order.subject() != null) {
            throw OrderRefused.of(
                    RULE,
                    "cut-of-two-parts",
                    "A cut is of the study, or of one site, or of one subject: leave out one of both.",
                    "site",
                    "subject");
        }
        if (order.visit() != null && order.subject() == null) {
            throw OrderRefused.of(
                    RULE, "cut-visit-of-nobody", "Say in 'subject' whose visit is to be locked.", "subject");
        }
        if (order.visit() != null) {
            Words.require(order.visit(), "visit");
        }
        if (order.site() != null) {
            state.requireSite(order.site());
        }
        if (order.through().isAfter(today)) {
            throw OrderRefused.of(
                    RULE,
                    "cut-in-future",
                    "Only what lies behind can be locked: choose a day up to today, %s.".formatted(today),
                    "through");
        }
        List<DataCutLocked> locked = state.facts(DataCutLocked.class);
        for (DataCutLocked cut : locked) {
            if (stands(state, cut.cut()) && same(cut, order)) {
                throw OrderRefused.of(
                        RULE,
                        "cut-locked-already",
                        "That is locked through %s already, as %s.".formatted(cut.through(), cut.cut()),
                        "through");
            }
        }
        return List.of(new DataCutLocked(
                new RecordId("cut-" + (locked.size() + 1)),
                order.site(),
                order.subject(),
                order.visit(),
                order.through(),
                Words.require(order.reason(), "reason")));
    }

    static List<StudyEvent> unlock(StudyState state, UnlockDataCut order) {
        if (state.facts(DataCutLocked.class).stream().noneMatch(cut -> cut.cut().equals(order.cut()))) {
            throw OrderRefused.of(RULE, "cut-unknown", "The study has no data cut %s.".formatted(order.cut()), "cut");
        }
        if (!stands(state, order.cut())) {
            throw OrderRefused.of(
                    RULE, "cut-unlocked-already", "The data cut %s is unlocked already.".formatted(order.cut()), "cut");
        }
        return List.of(new DataCutUnlocked(order.cut(), Words.require(order.reason(), "reason")));
    }

    private static boolean stands(StudyState state, RecordId cut) {
        return state.facts(DataCutUnlocked.class).stream()
                .noneMatch(unlocked -> unlocked.cut().equals(cut));
    }

    private static boolean same(DataCutLocked cut, LockDataCut order) {
        return Objects.equals(cut.site(), order.site())
                && Objects.equals(cut.subject(), order.subject())
                && Objects.equals(cut.visit(), order.visit())
                && cut.through().equals(order.through());
    }
}
