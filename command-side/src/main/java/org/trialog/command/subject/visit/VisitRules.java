package org.trialog.command.subject.visit;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.ASSESSMENT;
import static org.trialog.events.clinical.RecordKind.FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.FRACTURE;
import static org.trialog.events.clinical.RecordKind.IMAGING;
import static org.trialog.events.clinical.RecordKind.MEASUREMENT;
import static org.trialog.events.clinical.RecordKind.MISSED_VISIT;
import static org.trialog.events.clinical.RecordKind.VISIT;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.RecordId;

/** A visit is one of the protocol's or unscheduled, is made once, and what refers to it finds it. */
public final class VisitRules {
    private VisitRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "visit-code-unknown", "visit-code-missing").on(Visit.class, VisitRules::unknownCode),
                Rule.number(0, "visit-code-unknown")
                        .on(MissedVisit.class, (missed, matter) -> unknown(missed.code(), matter)),
                Rule.number(0, "visit-made-already")
                        .heedingAmendingOf(EnumSet.of(VISIT))
                        .on(Visit.class, VisitRules::madeAlready),
                Rule.number(0, "visit-missed-and-made").heeding(VISIT).on(MissedVisit.class, VisitRules::missedAndMade),
                Rule.number(0, "visit-recorded-as-missed")
                        .heeding(MISSED_VISIT)
                        .on(Visit.class, VisitRules::recordedAsMissed),
                Rule.number(0, "visit-unknown")
                        .heedingAmendingOf(EnumSet.of(VISIT))
                        .on(
                                EnumSet.of(FOLLOW_UP, MEASUREMENT, ASSESSMENT, IMAGING, FRACTURE, ADVERSE_EVENT),
                                VisitRules::unknownVisit));
    }

    private static List<Finding> unknownCode(Visit visit, Matter matter) {
        @Nullable String code = visit.code();
        if (code != null) {
            return unknown(code, matter);
        }
        return visit.type() != VisitType.UNSCHEDULED && !matter.imported()
                ? List.of(Finding.wrong(
                                0, "visit-code-missing", "Say which planned visit it was, or that it was unscheduled.")
                        .at("code"))
                : List.of();
    }

    private static List<Finding> unknown(String code, Matter matter) {
        return matter.protocol().visit(code).isEmpty()
                ? List.of(Finding.wrong(0, "visit-code-unknown", "The protocol plans no visit of that code.")
                        .at("code")
                        .with("visit", code))
                : List.of();
    }

    private static List<Finding> madeAlready(Visit visit, Matter matter) {
        @Nullable String code = visit.code();
        if (code == null
                || visit.type() != VisitType.SCHEDULED
                || matter.earlier(Visit.class).stream()
                        .map(Held::details)
                        .noneMatch(other -> code.equals(other.code()) && other.type() == VisitType.SCHEDULED)) {
            return List.of();
        }
        return List.of(
                Finding.doubt(0, "visit-made-already", "That planned visit is recorded twice: is one unscheduled?")
                        .at("code")
                        .with("visit", code));
    }

    private static List<Finding> missedAndMade(MissedVisit missed, Matter matter) {
        return matter.state().standing(Visit.class).stream()
                        .anyMatch(held -> missed.code().equals(held.details().code()))
                ? List.of(Finding.wrong(
                                0, "visit-missed-and-made", "That visit is recorded as made: it cannot be missed, too.")
                        .at("code")
                        .with("visit", missed.code()))
                : List.of();
    }

    private static List<Finding> recordedAsMissed(Visit visit, Matter matter) {
        @Nullable String code = visit.code();
        return code != null
                        && matter.state().standing(MissedVisit.class).stream()
                                .anyMatch(held -> code.equals(held.details().code()))
                ? List.of(Finding.doubt(
                                0,
                                "visit-recorded-as-missed",
                                "That visit is recorded as missed, too: retract what is not true.")
                        .at("code")
                        .with("visit", code))
                : List.of();
    }

    private static List<Finding> unknownVisit(Matter matter) {
        @Nullable RecordId visit = matter.details() instanceof AtVisit taken ? taken.visit() : null;
        boolean stands = visit == null
                || matter.state()
                        .record(visit)
                        .filter(held -> !held.retracted() && held.details() instanceof Visit)
                        .isPresent();
        return stands
                ? List.of()
                : List.of(Finding.wrong(0, "visit-unknown", "The subject has no such visit.")
                        .at("visit"));
    }
}
