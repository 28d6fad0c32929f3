package org.trialog.query.worklist;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;
import org.trialog.query.record.Query;
import org.trialog.query.study.Batch;
import org.trialog.query.study.DosingHoldView;
import org.trialog.query.study.Reasoned;
import org.trialog.query.worklist.Item.Kind;

/**
 * What the study and its batches say of a record although it was recorded before they said it: the deciders looked at what
 * was known then. One that they flagged is a query, and no second time here. Each ends with its cause, or when a deviation
 * about that record names the rule.
 */
record LaterFacts(Case subject) {

    Stream<Item> items() {
        return Stream.concat(
                subject.person().of(Treatment.class).stream()
                        .flatMap(dose -> Stream.concat(batch(dose).stream(), holds(dose))),
                subject.person().of(Consent.class).stream().flatMap(consent -> superseded(consent).stream()));
    }

    /** The gravest of what befell its batch. */
    private Optional<Item> batch(Entry<Treatment> dose) {
        return Optional.ofNullable(dose.details().batch())
                .flatMap(subject.study()::batch)
                .flatMap(batch -> befell(Kind.REJECTED_BATCH, batch, batch.rejected(), dose, "batch-rejected")
                        .or(() -> befell(Kind.RECALLED_BATCH, batch, batch.recalled(), dose, "batch-recalled"))
                        .or(() ->
                                befell(Kind.QUARANTINED_BATCH, batch, batch.quarantined(), dose, "batch-quarantined")));
    }

    private Optional<Item> befell(Kind kind, Batch batch, @Nullable Reasoned fact, Entry<Treatment> dose, String code) {
        return fact == null
                        || fact.on().isAfter(subject.asOf())
                        || asked(dose.id(), code)
                        || settled(dose.id(), 12, fact.on())
                ? Optional.empty()
                : Optional.of(subject.open(kind, batch.batch().value(), dose.id(), fact.on()));
    }

    private Stream<Item> holds(Entry<Treatment> dose) {
        Optional<DateRange> given = subject.person().range(dose.details().date());
        if (given.isEmpty()
                || asked(dose.id(), "dosing-held")
                || settled(dose.id(), 14, given.get().earliest())) {
            return Stream.empty();
        }
        return subject.study().conduct().holds().stream()
                .filter(hold -> during(hold, given.get()))
                .limit(1)
                .map(hold -> subject.open(
                        Kind.DOSE_DURING_HOLD,
                        hold.hold().value(),
                        dose.id(),
                        given.get().earliest()));
    }

    /** On any day on which the dose can have been given. */
    private boolean during(DosingHoldView hold, DateRange given) {
        LocalDate day = hold.since().isAfter(given.earliest()) ? hold.since() : given.earliest();
        ArmId arm = subject.person().allotment(day).map(Person.Allotment::arm).orElse(null);
        return !day.isAfter(given.latest())
                && dosingSites(given).stream().anyMatch(site -> hold.holds(arm, site.orElse(null), day));
    }

    /** Those that the subject is shared with for its doses on that day; without any, the site that follows it. */
    private Set<Optional<SiteId>> dosingSites(DateRange given) {
        Set<Optional<SiteId>> shared = subject.person().of(Sharing.class).stream()
                .map(Entry::details)
                .filter(sharing -> sharing.purpose() == SharingPurpose.DOSING && open(sharing, given))
                .map(sharing -> Optional.of(sharing.site()))
                .collect(Collectors.toSet());
        return shared.isEmpty() ? Set.of(subject.person().site(given.latest())) : shared;
    }

    private boolean open(Sharing sharing, DateRange given) {
        boolean begun = subject.person()
                .range(sharing.date())
                .map(from -> !given.surelyBefore(from))
                .orElse(true);
        boolean over = sharing.through() != null
                && subject.person()
                        .range(sharing.through())
                        .map(given::surelyAfter)
                        .orElse(false);
        return begun && !over;
    }

    private Optional<Item> superseded(Entry<Consent> consent) {
        DateRange given = subject.person().range(consent.details().date()).orElse(null);
        Integer version = consent.details().protocolVersion();
        if (given == null || version == null) {
            return Optional.empty();
        }
        int then = inForce(given.latest());
        return version >= then
                        || asked(consent.id(), "superseded-version")
                        || settled(consent.id(), 2, given.earliest())
                        || renewed(given, then)
                ? Optional.empty()
                : Optional.of(
                        subject.open(Kind.SUPERSEDED_CONSENT, Integer.toString(then), consent.id(), given.earliest()));
    }

    private boolean renewed(DateRange given, int version) {
        return subject.person().of(Consent.class).stream()
                .map(Entry::details)
                .filter(other -> other.by() != ConsentGiver.ASSENT
                        && Objects.requireNonNullElse(other.protocolVersion(), 0) >= version)
                .flatMap(other -> subject.person().range(other.date()).stream())
                .anyMatch(other -> !other.surelyBefore(given));
    }

    private int inForce(LocalDate day) {
        return subject.study()
                .protocolAt(subject.person().site(day).orElse(null), day)
                .orElseThrow()
                .version();
    }

    /** Whether a rule has asked it of the site; a question that ended with its cause asks nothing. */
    private boolean asked(RecordId about, String code) {
        Set<String> codes = Set.of(code, "possibly-" + code, code + "-later");
        return subject.record().queries().values().stream()
                .filter(query -> about.equals(query.about()) && query.code() != null && codes.contains(query.code()))
                .flatMap(query -> Stream.of(query.steps().getLast()))
                .map(Query.Step::because)
                .anyMatch(Objects::isNull);
    }

    private boolean settled(RecordId about, int rule, LocalDate since) {
        return subject.person().of(Deviation.class).stream()
                .map(Entry::details)
                .filter(deviation ->
                        about.equals(deviation.about()) && Integer.valueOf(rule).equals(deviation.rule()))
                .flatMap(deviation -> subject.person().range(deviation.date()).stream())
                .anyMatch(day -> !day.surelyBefore(since));
    }
}
