package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.value.DateRange;
import org.trialog.query.record.Entry;

/**
 * Narrows a partial date by what else is known: not before birth, nor before the last contact at which nothing of the kind
 * had happened, nor after death or the end of follow-up.
 *
 * @param emergentFrom the anchor of an adverse event, which counts from there unless it is surely earlier; null otherwise
 */
record Bounds(
        Person person,
        EventFilter.Kind kind,
        List<Span> confirmed,
        @Nullable LocalDate emergentFrom) {

    /** Empty when no day is left. */
    Optional<DateRange> narrow(DateRange range) {
        LocalDate earliest = range.earliest();
        DateRange birth = person.birth();
        if (birth != null) {
            earliest = ConfirmedTime.later(earliest, birth.earliest());
        }
        Optional<LocalDate> contact = lastEventFreeContact(range.latest());
        if (contact.isPresent()) {
            earliest = ConfirmedTime.later(earliest, contact.get());
        }
        if (emergentFrom != null && !range.surelyBefore(emergentFrom)) {
            earliest = ConfirmedTime.later(earliest, emergentFrom);
        }
        LocalDate latest = ConfirmedTime.earlier(range.latest(), person.cutoff());
        DateRange death = person.death();
        if (death != null && kind != EventFilter.Kind.DEATH) {
            latest = ConfirmedTime.earlier(latest, death.latest());
        }
        if (!confirmed.isEmpty()) {
            latest = ConfirmedTime.earlier(latest, confirmed.getLast().through());
        }
        return latest.isBefore(earliest) ? Optional.empty() : Optional.of(new DateRange(earliest, latest));
    }

    private Optional<LocalDate> lastEventFreeContact(LocalDate notAfter) {
        FollowUpKind asked = ConfirmedTime.asked(kind);
        return person.of(FollowUp.class).stream()
                .map(Entry::details)
                .filter(period -> period.answer() == FollowUpAnswer.NONE && period.covers(asked))
                .map(FollowUp::through)
                .filter(through -> !through.isAfter(notAfter) && !through.isAfter(person.cutoff()))
                .max(LocalDate::compareTo);
    }
}
