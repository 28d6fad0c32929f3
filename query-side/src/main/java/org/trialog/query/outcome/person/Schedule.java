package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Visit;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.query.record.Entry;

/** The days on which a subject is expected, by its anchors: none after it has left. */
public record Schedule(Person person, Anchors anchors) {

    /**
     * One planned day.
     *
     * @param approximate whether the anchor's date was partial and had to be placed
     * @param made null when it was not
     * @param missed null when it was not recorded as missed
     */
    public record Day(
            PlannedVisit visit,
            LocalDate planned,
            boolean approximate,
            @Nullable Entry<Visit> made,
            @Nullable Entry<MissedVisit> missed) {

        public boolean settled() {
            return made != null || missed != null;
        }

        /** The days around the planned one, where the protocol sets any. */
        public DateRange window() {
            return visit.window() == null
                    ? DateRange.on(planned)
                    : visit.window().around(planned);
        }
    }

    /** In the order of the protocol's visits, each by its days. */
    public List<Day> days() {
        LocalDate last = new Endings(person).visits().orElse(LocalDate.MAX);
        List<Day> days = new ArrayList<>();
        anchors.protocol().visits().stream().filter(this::planned).forEach(visit -> days.addAll(days(visit)));
        return days.stream()
                .filter(day -> day.settled() || !day.planned().isAfter(last))
                .toList();
    }

    private boolean planned(PlannedVisit visit) {
        Optional<ArmId> arm = person.allotment(person.cutoff())
                .map(Person.Allotment::arm)
                .filter(one -> anchors.protocol().arm(one).isPresent());
        return visit.at() != null
                && (visit.arms().isEmpty() || arm.filter(visit.arms()::contains).isPresent());
    }

    /** A visit after each dose is planned as often; what was made or missed settles the planned day nearest to it. */
    private List<Day> days(PlannedVisit visit) {
        if (!(anchors.of(person, visit.anchor(), null) instanceof DayZero.On zero) || visit.at() == null) {
            return List.of();
        }
        List<LocalDate> planned =
                zero.days().stream().map(day -> day.plus(visit.at())).toList();
        List<Entry<Visit>> made = person.of(Visit.class).stream()
                .filter(one -> visit.code().equals(one.details().code()))
                .toList();
        List<Entry<MissedVisit>> missed = person.of(MissedVisit.class).stream()
                .filter(one -> visit.code().equals(one.details().code()))
                .toList();
        return planned.stream()
                .map(day -> new Day(
                        visit, day, zero.partial(), settling(made, planned, day), settling(missed, planned, day)))
                .toList();
    }

    private <D extends ClinicalRecord> @Nullable Entry<D> settling(
            List<Entry<D>> entries, List<LocalDate> planned, LocalDate day) {
        return entries.stream()
                .filter(entry -> nearest(planned, entry.details().date()).equals(day))
                .findFirst()
                .orElse(null);
    }

    private LocalDate nearest(List<LocalDate> planned, ClinicalDate date) {
        LocalDate day = person.range(date).map(DateRange::earliest).orElse(planned.getFirst());
        return planned.stream()
                .min(Comparator.comparing(one -> Math.abs(ChronoUnit.DAYS.between(one, day))))
                .orElse(day);
    }
}
