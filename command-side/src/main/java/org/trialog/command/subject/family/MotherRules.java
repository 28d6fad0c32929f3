package org.trialog.command.subject.family;

import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.MOTHER_LINK;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.MotherLink;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.DateRange;

/** Rule 6: mother and child are linked, each with a number of its own, and what happens to the mother stays with her. */
public final class MotherRules {
    private MotherRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(6, "mother-is-the-child", "mother-unknown").on(MotherLink.class, MotherRules::wrongMother),
                Rule.number(6, "mothers-event").heeding(MOTHER_LINK).on(AdverseEvent.class, MotherRules::ofTheMother),
                Rule.number(6, "mother-not-linked")
                        .heeding(MOTHER_LINK, BIRTH, PREGNANCY)
                        .on(Treatment.class, MotherRules::notLinked));
    }

    private static List<Finding> wrongMother(MotherLink link, Matter matter) {
        if (link.mother().equals(matter.state().subject())) {
            return List.of(Finding.wrong(
                            6,
                            "mother-is-the-child",
                            "That is the child's own number: screen the mother under a number of her own.")
                    .at("mother"));
        }
        return matter.surroundings().subjects().contains(link.mother())
                ? List.of()
                : List.of(
                        Finding.wrong(6, "mother-unknown", "The study has no subject of that number: screen her first.")
                                .at("mother")
                                .with("mother", link.mother()));
    }

    private static List<Finding> ofTheMother(AdverseEvent event, Matter matter) {
        String term = event.term().toLowerCase(Locale.ROOT);
        boolean maternal = matter.protocol().safety().maternal().stream()
                .anyMatch(words -> term.contains(words.toLowerCase(Locale.ROOT)));
        Optional<MotherLink> link = matter.last(MotherLink.class);
        return maternal && link.isPresent()
                ? List.of(Finding.wrong(
                                6,
                                "mothers-event",
                                "That adverse event is the mother's: record it with the mother, under her number.")
                        .at("term")
                        .with("mother", link.get().mother()))
                : List.of();
    }

    /** Flagged once for the child: every dose before birth says the same. */
    private static List<Finding> notLinked(Treatment dose, Matter matter) {
        return beforeBirth(dose, matter) && !matter.has(MotherLink.class)
                ? List.of(Finding.doubt(
                                6,
                                "mother-not-linked",
                                "A dose was given before birth, and no mother is linked: her adverse events have no"
                                        + " place.")
                        .ofTheSubject())
                : List.of();
    }

    private static boolean beforeBirth(Treatment dose, Matter matter) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> birth = matter.birth();
        return dose.date().gestationalAge().isPresent()
                || (birth.isPresent()
                        ? date.isPresent() && date.get().surelyBefore(birth.get())
                        : matter.has(Pregnancy.class));
    }
}
