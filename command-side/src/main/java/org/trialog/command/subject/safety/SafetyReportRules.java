package org.trialog.command.subject.safety;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT_FOLLOW_UP;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/** Rule 33: nothing is reported before it happened and somebody knew of it, and a report tells of one case. */
public final class SafetyReportRules {
    private SafetyReportRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(33, "reported-before-known")
                        .heeding(ADVERSE_EVENT, ADVERSE_EVENT_FOLLOW_UP)
                        .on(SafetyReport.class, SafetyReportRules::beforeKnown),
                Rule.number(33, "cause-of-another-case")
                        .heeding(ADVERSE_EVENT_FOLLOW_UP)
                        .on(SafetyReport.class, SafetyReportRules::anotherCase));
    }

    /** Judged on every reading only, as every end is: a report on the day of awareness is the rule, and partial dates overlap. */
    private static List<Finding> beforeKnown(SafetyReport report, Matter matter) {
        Stream<ClinicalDate> known = Stream.concat(
                standing(report.of(), matter)
                        .filter(AdverseEvent.class::isInstance)
                        .map(AdverseEvent.class::cast)
                        .stream()
                        .flatMap(event -> Stream.of(
                                event.date(),
                                Optional.ofNullable(event.awareOn()).orElse(event.date()))),
                cause(report, matter).map(ClinicalRecord::date).stream());
        return matter.range().stream()
                .flatMap(sent -> known.filter(date ->
                                matter.range(date).filter(sent::surelyBefore).isPresent())
                        .limit(1))
                .map(date -> Finding.wrong(
                                33,
                                "reported-before-known",
                                "The report is dated before the event, or before it was known: one of the dates is"
                                        + " wrong.")
                        .at("date")
                        .with("known", date))
                .toList();
    }

    private static List<Finding> anotherCase(SafetyReport report, Matter matter) {
        @Nullable RecordId cause = report.cause();
        boolean ofThisCase = cause == null
                || cause.equals(report.of())
                || cause(report, matter)
                        .filter(record -> record instanceof AdverseEventFollowUp further
                                && further.of().equals(report.of()))
                        .isPresent();
        return ofThisCase
                ? List.of()
                : List.of(Finding.wrong(
                                33,
                                "cause-of-another-case",
                                "A report names the adverse event, or one of its follow-ups: see the case.")
                        .at("cause"));
    }

    private static Optional<ClinicalRecord> cause(SafetyReport report, Matter matter) {
        return report.cause() == null ? Optional.empty() : standing(report.cause(), matter);
    }

    private static Optional<ClinicalRecord> standing(RecordId id, Matter matter) {
        return matter.state().record(id).filter(held -> !held.retracted()).map(Held::details);
    }
}
