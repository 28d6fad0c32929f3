package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.query.record.Entry;

/** What has ended for a subject: visits by its leaving, doses earlier by a stop of treatment (rules 22 and 23). */
public record Endings(Person person) {

    /** The first day after which no visit is planned; empty while follow-up is open. */
    public Optional<LocalDate> visits() {
        return Stream.of(
                        days(Death.class),
                        days(Completion.class),
                        days(ScreenFailure.class),
                        days(Withdrawal.class),
                        withdrawn(ConsentScope.VISITS),
                        lost().map(entry -> day(entry.details().date())).stream())
                .flatMap(ended -> ended)
                .min(LocalDate::compareTo);
    }

    /** Whether no dose is given any more. */
    public boolean treatment() {
        return visits().isPresent()
                || !person.of(TreatmentStop.class).isEmpty()
                || withdrawn(ConsentScope.TREATMENT).findAny().isPresent();
    }

    /** The loss of contact that still holds: none was regained since (rule 25). */
    public Optional<Entry<LossToFollowUp>> lost() {
        return person.of(LossToFollowUp.class).stream()
                .filter(loss -> person.of(ContactRegain.class).stream()
                        .allMatch(regain -> surelyBefore(
                                regain.details().date(), loss.details().date())))
                .findFirst();
    }

    private Stream<LocalDate> withdrawn(ConsentScope part) {
        return person.of(ConsentWithdrawal.class).stream()
                .map(Entry::details)
                .filter(withdrawal -> withdrawal.covers(part))
                .map(withdrawal -> day(withdrawal.date()));
    }

    private Stream<LocalDate> days(Class<? extends ClinicalRecord> kind) {
        return person.of(kind).stream().map(entry -> day(entry.details().date()));
    }

    /** Of a partial date its first day; what is not dated at all has ended everything. */
    private LocalDate day(ClinicalDate date) {
        return person.range(date).map(DateRange::earliest).orElse(LocalDate.MIN);
    }

    private boolean surelyBefore(ClinicalDate one, ClinicalDate other) {
        return person.range(one)
                .flatMap(first -> person.range(other).map(first::surelyBefore))
                .orElse(false);
    }
}
