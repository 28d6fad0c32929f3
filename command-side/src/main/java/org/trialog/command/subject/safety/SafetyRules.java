package org.trialog.command.subject.safety;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT_FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.DEATH;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Death;
import org.trialog.events.value.DateRange;

/**
 * Rule 31: a fatal outcome or grade 5 is serious; serious has a criterion, and a criterion makes serious. Rule 32 is the
 * absence of a rule here: however severe, an event is serious only by its criteria. Rule 33: a clock needs to know when it
 * starts. Rule 35: what the protocol takes a special interest in flags itself.
 */
public final class SafetyRules {
    private SafetyRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(31, "fatal-not-serious")
                        .heedingAmendingOf(EnumSet.of(ADVERSE_EVENT_FOLLOW_UP))
                        .on(AdverseEvent.class, SafetyRules::fatalNotSerious),
                Rule.number(31, "seriousness-without-criterion", "criterion-not-serious")
                        .heeding(ADVERSE_EVENT_FOLLOW_UP)
                        .on(AdverseEvent.class, SafetyRules::criteria),
                Rule.number(31, "fatal-without-death")
                        .heeding(DEATH, ADVERSE_EVENT_FOLLOW_UP)
                        .on(AdverseEvent.class, SafetyRules::withoutDeath),
                Rule.number(33, "aware-before-onset").on(AdverseEvent.class, SafetyRules::awareBeforeOnset),
                Rule.number(33, "awareness-unknown")
                        .heeding(ADVERSE_EVENT_FOLLOW_UP)
                        .on(AdverseEvent.class, SafetyRules::awarenessUnknown),
                Rule.number(35, "special-interest").on(AdverseEvent.class, SafetyRules::specialInterest),
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

    private static List<Finding> awareBeforeOnset(AdverseEvent event, Matter matter) {
        Optional<DateRange> aware = Optional.ofNullable(event.awareOn()).flatMap(matter::range);
        Optional<DateRange> onset = matter.range();
        return aware.isPresent() && onset.isPresent() && aware.get().surelyBefore(onset.get())
                ? List.of(Finding.wrong(
                                33,
                                "aware-before-onset",
                                "Nobody learns of an adverse event before it begins: correct one of the two dates.")
                        .at("awareOn"))
                : List.of();
    }

    /** The clocks of an imported trial have long run out, and its files do not say when a site learned of an event. */
    private static List<Finding> awarenessUnknown(AdverseEvent event, Matter matter) {
        return event.serious() && event.awareOn() == null && !matter.imported()
                ? List.of(Finding.doubt(
                                33,
                                "awareness-unknown",
                                "Say when the site learned of the serious adverse event: its reporting clock runs from"
                                        + " there.")
                        .at("awareOn"))
                : List.of();
    }

    private static List<Finding> specialInterest(AdverseEvent event, Matter matter) {
        String term = event.term().toLowerCase(Locale.ROOT);
        return matter.protocol().safety().aesi().stream()
                .filter(words -> term.contains(words.toLowerCase(Locale.ROOT)))
                .map(words -> Finding.doubt(
                                35,
                                "special-interest",
                                "The protocol takes a special interest in such adverse events: report it as one.")
                        .at("term")
                        .with("words", words))
                .toList();
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
