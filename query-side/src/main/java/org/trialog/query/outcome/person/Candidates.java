package org.trialog.query.outcome.person;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.protocol.FractureRules;
import org.trialog.events.value.Bone;
import org.trialog.events.value.DateRange;
import org.trialog.query.record.Entry;

/**
 * Which records of a subject a filter asks for, and which of them never count. What merely does not match an adverse-event
 * or clinical-event filter is no candidate; a fracture that the rules leave out stays one, with the reason, because a
 * reader looks for it.
 */
record Candidates(Person person, EventFilter filter, FractureRules rules) {

    private static final Set<Relatedness> RELATED =
            Set.of(Relatedness.RELATED, Relatedness.PROBABLE, Relatedness.POSSIBLE);
    private static final Set<Relatedness> UNRELATED = Set.of(Relatedness.UNLIKELY, Relatedness.NOT_RELATED);

    static final String PERINATAL = "at birth or in utero";

    List<Candidate> find() {
        return switch (filter.kind()) {
            case FRACTURE ->
                person.of(Fracture.class).stream().map(this::fracture).toList();
            case ADVERSE_EVENT ->
                person.of(AdverseEvent.class).stream()
                        .filter(entry -> matches(entry.details()) && badEnough(entry))
                        .map(entry -> new Candidate(entry, entry.details().date(), null, null, null))
                        .toList();
            case CLINICAL_EVENT ->
                person.of(ClinicalEvent.class).stream()
                        .filter(entry -> filter.kinds().isEmpty()
                                || filter.kinds().contains(entry.details().kind()))
                        .map(entry -> new Candidate(entry, entry.details().date(), null, null, null))
                        .toList();
            case DEATH ->
                person.of(Death.class).stream()
                        .map(entry -> new Candidate(entry, entry.details().date(), null, null, null))
                        .toList();
            case COMPOSITE -> throw new IllegalStateException("a composite has parts, and no records of its own");
        };
    }

    private Candidate fracture(Entry<Fracture> entry) {
        Fracture fracture = entry.details();
        boolean known = fracture.bone() != Bone.OTHER && fracture.bone() != Bone.UNSPECIFIED;
        return new Candidate(
                entry,
                fracture.date(),
                refusal(fracture),
                fracture.incident(),
                known ? fracture.bone() + " " + fracture.side() : null);
    }

    private @Nullable String refusal(Fracture fracture) {
        if (fracture.confirmation() == Confirmation.REFUTED) {
            return "refuted";
        }
        if (perinatal(fracture)) {
            return PERINATAL;
        }
        boolean onlyConfirmed = filter.confirmed() || rules.count() == FractureRules.Count.CONFIRMED;
        if (onlyConfirmed && fracture.confirmation() != Confirmation.CONFIRMED) {
            return Life.PENDING;
        }
        EventFilter.Bones bones = filter.bones();
        boolean excluded = rules.exclude().contains(fracture.bone())
                || (bones != null && bones.exclude().contains(fracture.bone()));
        return excluded ? "the bone does not count" : null;
    }

    /** By mechanism, or because on every reading it happened no later than the birth. */
    private boolean perinatal(Fracture fracture) {
        DateRange birth = person.birth();
        return fracture.perinatalByMechanism()
                || (birth != null
                        && person.range(fracture.date())
                                .map(range -> !range.latest().isAfter(birth.earliest()))
                                .orElse(false));
    }

    private boolean matches(AdverseEvent event) {
        return (filter.anyOf().isEmpty() || filter.anyOf().stream().anyMatch(match -> matches(event, match)))
                && (filter.serious() == null || filter.serious() == event.serious())
                && (filter.related() == null
                        || (event.relatedness() != null
                                && (filter.related() ? RELATED : UNRELATED).contains(event.relatedness())));
    }

    private boolean badEnough(Entry<AdverseEvent> entry) {
        Integer least = filter.minimumGrade();
        return least == null
                || WorstGrade.of(person, entry.id())
                        .filter(grade -> grade.value() >= least)
                        .isPresent();
    }

    /** All the keys of one entry must hold; within a key any of its words will do. */
    private static boolean matches(AdverseEvent event, EventFilter.Match match) {
        String term = folded(event.term());
        String organClass = event.systemOrganClass() == null ? "" : folded(event.systemOrganClass());
        return (match.termContains().isEmpty()
                        || match.termContains().stream().anyMatch(part -> term.contains(folded(part))))
                && (match.systemOrganClass().isEmpty()
                        || folded(match.systemOrganClass()).contains(organClass))
                && !folded(match.exceptTerms()).contains(term);
    }

    private static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> folded(List<String> words) {
        Set<String> folded = new TreeSet<>();
        words.forEach(word -> folded.add(folded(word)));
        return folded;
    }
}
