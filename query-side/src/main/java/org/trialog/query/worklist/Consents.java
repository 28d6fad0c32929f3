package org.trialog.query.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.protocol.ConsentAges;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Endings;
import org.trialog.query.record.Entry;
import org.trialog.query.study.Activation;
import org.trialog.query.study.PublishedProtocol;
import org.trialog.query.study.SiteView;
import org.trialog.query.worklist.Item.Kind;

/** Which consent is to be asked for: after an amendment (rule 2), after birth, and as a child grows (rule 1). */
record Consents(Case subject) {

    Stream<Item> items() {
        List<Consent> given =
                subject.person().of(Consent.class).stream().map(Entry::details).toList();
        if (given.isEmpty() || new Endings(subject.person()).visits().isPresent()) {
            return Stream.empty();
        }
        return Stream.concat(renewed(given), grown(given));
    }

    /** Due when any version since the one consented to, up to the site's, asks for consent anew. */
    private Stream<Item> renewed(List<Consent> given) {
        int consented = given.stream()
                .filter(consent -> consent.by() != ConsentGiver.ASSENT)
                .map(Consent::protocolVersion)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(Integer.MAX_VALUE);
        int active = subject.protocol().version();
        return subject.study().protocols().stream()
                .filter(version -> version.version() > consented && version.version() <= active)
                .filter(version -> !version.protocol().consentStands())
                .reduce((earlier, later) -> later)
                .map(version ->
                        subject.open(Kind.RE_CONSENT, Integer.toString(version.version()), null, since(version)))
                .stream();
    }

    private LocalDate since(PublishedProtocol version) {
        return subject.study().site(subject.site()).map(SiteView::activations).orElse(List.of()).stream()
                .filter(activation -> activation.version() == version.version())
                .map(Activation::activeFrom)
                .findFirst()
                .orElseGet(() -> LocalDate.ofInstant(
                        version.publishedAt(), subject.study().zone(subject.site())));
    }

    /** Judged on the latest day on which the subject can have been born, so that nobody is asked too early. */
    private Stream<Item> grown(List<Consent> given) {
        DateRange birth = subject.person().birth();
        if (birth == null || by(given, ConsentGiver.SUBJECT)) {
            return Stream.empty();
        }
        ConsentAges ages = subject.protocol().consentAges();
        LocalDate ofAge = birth.latest().plus(ages.majority());
        if (!ofAge.isAfter(subject.asOf())) {
            return Stream.of(subject.open(Kind.OWN_CONSENT, null, null, ofAge));
        }
        List<Item> items = new ArrayList<>();
        if (!by(given, ConsentGiver.GUARDIAN) && by(given, ConsentGiver.PREGNANT_WOMAN)) {
            items.add(subject.open(Kind.CONSENT_AFTER_BIRTH, null, null, birth.latest()));
        }
        if (ages.assent() != null && !by(given, ConsentGiver.ASSENT)) {
            LocalDate old = birth.latest().plus(ages.assent());
            if (!old.isAfter(subject.asOf())) {
                items.add(subject.open(Kind.ASSENT, null, null, old));
            }
        }
        return items.stream();
    }

    private static boolean by(List<Consent> given, ConsentGiver giver) {
        return given.stream().anyMatch(consent -> consent.by() == giver);
    }
}
