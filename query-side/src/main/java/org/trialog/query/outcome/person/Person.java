package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.SiteId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.SubjectRecord;

/**
 * A subject as at a cut-off: what surely happened later is not there yet.
 *
 * @param known the records that can have happened by the cut-off
 * @param allotments arms in the order of their days
 * @param expectedDate gestational week 40+0; null when the pregnancy was not dated
 * @param birth null when not recorded
 * @param death null when alive, or when the day is not known at all
 * @param doses in the order of their starts
 * @param missed numbers of the planned doses that will not be given
 * @param endOfTreatment whether treatment was stopped
 */
public record Person(
        SubjectRecord record,
        LocalDate cutoff,
        Known known,
        boolean enrolled,
        List<Allotment> allotments,
        @Nullable LocalDate expectedDate,
        @Nullable DateRange birth,
        @Nullable DateRange death,
        List<Dose> doses,
        Set<Integer> missed,
        boolean endOfTreatment,
        boolean completed) {

    /** An arm, since when, and whether by chance. */
    public record Allotment(@Nullable LocalDate since, ArmId arm, boolean random) {}

    /** A dose by the days on which it can have started. */
    public record Dose(
            DateRange start,
            @Nullable Integer number,
            @Nullable BatchId batch) {}

    public static Person of(SubjectRecord record, LocalDate cutoff) {
        LocalDate expected = record.of(Pregnancy.class).stream()
                .reduce((_, last) -> last)
                .map(pregnancy -> pregnancy.details().expectedDate())
                .orElse(null);
        Known known = Known.of(record.effective().stream()
                .filter(entry -> !surelyAfter(entry.details(), expected, cutoff))
                .toList());
        Facts facts = new Facts(known, expected);
        return new Person(
                record,
                cutoff,
                known,
                (facts.any(Enrolment.class) || facts.any(Randomisation.class)) && !facts.any(ScreenFailure.class),
                facts.allotments(),
                expected,
                facts.last(Birth.class).map(birth -> birth.age().birth()).orElse(null),
                facts.last(Death.class)
                        .flatMap(death -> death.date().range(expected))
                        .orElse(null),
                facts.doses(),
                facts.missed(),
                facts.any(TreatmentStop.class),
                facts.any(Completion.class));
    }

    /**
     * A follow-up is dated by its last day, but tells of its first one, too. An arm is never after a cut-off: the chart of a
     * historical control gets it on the day it is read, long after what it tells of.
     */
    private static boolean surelyAfter(ClinicalRecord record, @Nullable LocalDate expected, LocalDate cutoff) {
        return switch (record) {
            case FollowUp period -> period.from().isAfter(cutoff);
            case ArmChoice chosen -> false;
            case Randomisation drawn -> false;
            default ->
                record.date()
                        .range(expected)
                        .map(range -> range.surelyAfter(cutoff))
                        .orElse(false);
        };
    }

    public String subject() {
        return record.subject().value();
    }

    /** Whether anything had happened by the cut-off. */
    public boolean anythingKnown() {
        return !known.nothing();
    }

    /** Records of a kind, in the order in which they were made. */
    public <D extends ClinicalRecord> List<Entry<D>> of(Class<D> kind) {
        return known.of(kind);
    }

    /** The days that a clinical date can mean, gestational ages placed by the expected date. */
    public Optional<DateRange> range(ClinicalDate date) {
        return date.range(expectedDate);
    }

    /** The arm on a day, or the first one if none was given yet. */
    public Optional<Allotment> allotment(LocalDate day) {
        Allotment found = allotments.isEmpty() ? null : allotments.getFirst();
        for (Allotment next : allotments) {
            if (next.since() == null || !next.since().isAfter(day)) {
                found = next;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The days on which it crossed over to another arm, in order (rule 8). */
    public List<LocalDate> crossings() {
        return of(ArmChange.class).stream()
                .flatMap(changed -> range(changed.details().date()).stream())
                .map(DateRange::earliest)
                .sorted()
                .toList();
    }

    /** The site that followed it on a day: where it was last moved to by then, else where it was screened. */
    public Optional<SiteId> site(LocalDate day) {
        Optional<SiteId> site = of(Screening.class).stream().findFirst().map(entry -> entry.details()
                .site());
        LocalDate since = LocalDate.MIN;
        for (Entry<Transfer> moved : of(Transfer.class)) {
            LocalDate from =
                    range(moved.details().date()).map(DateRange::earliest).orElse(LocalDate.MAX);
            if (!from.isAfter(day) && !from.isBefore(since)) {
                site = Optional.of(moved.details().to());
                since = from;
            }
        }
        return site;
    }
}
