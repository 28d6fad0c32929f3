package org.trialog.command.subject.safety;

import static org.trialog.events.clinical.RecordKind.DEATH;

import java.util.List;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Death;

/**
 * Rule 31: a fatal outcome or grade 5 is serious; serious has a criterion, and a criterion makes serious. Rule 32 is the
 * absence of a rule here: however severe, an event is serious only by its criteria.
 */
public final class SafetyRules {
    private SafetyRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(31, "fatal-not-serious").on(AdverseEvent.class, SafetyRules::fatalNotSerious),
                Rule.number(31, "seriousness-without-criterion", "criterion-not-serious")
                        .on(AdverseEvent.class, SafetyRules::criteria),
                Rule.number(31, "fatal-without-death").heeding(DEATH).on(AdverseEvent.class, SafetyRules::withoutDeath),
                Rule.number(0, "clinical-event-unknown").on(ClinicalEvent.class, SafetyRules::unknownKind));
    }

    private static List<Finding> fatalNotSerious(AdverseEvent event, Matter matter) {
        return event.fatal() && !event.serious()
                ? List.of(Finding.wrong(
                                31,
                                "fatal-not-serious",
                                "An adverse event with a fatal outcome or grade 5 is serious: mark it as serious.")
                        .at("serious"))
                : List.of();
    }

    private static List<Finding> criteria(AdverseEvent event, Matter matter) {
        if (event.serious() && event.criteria().isEmpty()) {
            return List.of(Finding.doubt(
                            31, "seriousness-without-criterion", "Say by which criterion the adverse event is serious.")
                    .at("criteria"));
        }
        return !event.serious() && !event.criteria().isEmpty() && !event.fatal()
                ? List.of(Finding.doubt(
                                31,
                                "criterion-not-serious",
                                "The adverse event meets a criterion of seriousness and is not marked as serious.")
                        .at("serious"))
                : List.of();
    }

    private static List<Finding> withoutDeath(AdverseEvent event, Matter matter) {
        return event.fatal() && !matter.has(Death.class)
                ? List.of(Finding.doubt(31, "fatal-without-death", "A fatal adverse event, and no death is recorded.")
                        .at("outcome"))
                : List.of();
    }

    /** A protocol made from an import may declare no kinds at all: then whatever the source has is taken. */
    private static List<Finding> unknownKind(ClinicalEvent event, Matter matter) {
        List<String> declared = matter.protocol().clinicalEvents();
        return declared.contains(event.kind()) || (matter.imported() && declared.isEmpty())
                ? List.of()
                : List.of(Finding.wrong(
                                0, "clinical-event-unknown", "The protocol declares no clinical event of that kind.")
                        .at("kind")
                        .with("kind", event.kind()));
    }
}
