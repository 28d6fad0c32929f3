package org.trialog.query.worklist;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Visit;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.worklist.Item.Kind;

/** The planned visits that were neither made nor missed yet. */
record Visits(Case subject, Anchors anchors) {

    Stream<Item> items() {
        LocalDate last = new Endings(subject.person()).visits().orElse(LocalDate.MAX);
        return subject.protocol().visits().stream()
                .filter(this::planned)
                .flatMap(this::open)
                .filter(item -> item.planned() != null && !item.planned().isAfter(last));
    }

    private boolean planned(PlannedVisit visit) {
        return visit.at() != null
                && (visit.arms().isEmpty()
                        || subject.arm()
                                .filter(arm -> visit.arms().contains(arm.id()))
                                .isPresent());
    }

    /** A visit after each dose is planned as often; what was made or missed settles the planned day nearest to it. */
    private Stream<Item> open(PlannedVisit visit) {
        if (!(anchors.of(subject.person(), visit.anchor(), null) instanceof DayZero.On zero) || visit.at() == null) {
            return Stream.empty();
        }
        List<LocalDate> planned =
                zero.days().stream().map(day -> day.plus(visit.at())).toList();
        List<LocalDate> settled =
                settled(visit.code()).map(date -> nearest(planned, date)).toList();
        return planned.stream()
                .filter(day -> !settled.contains(day))
                .map(day -> subject.planned(Kind.VISIT, visit.code(), day, visit.window(), zero.partial()));
    }

    private Stream<ClinicalDate> settled(String code) {
        return Stream.concat(
                subject.person().of(Visit.class).stream()
                        .filter(made -> code.equals(made.details().code()))
                        .map(made -> made.details().date()),
                subject.person().of(MissedVisit.class).stream()
                        .filter(missed -> code.equals(missed.details().code()))
                        .map(missed -> missed.details().date()));
    }

    private LocalDate nearest(List<LocalDate> planned, ClinicalDate date) {
        LocalDate day = subject.person().range(date).map(DateRange::earliest).orElse(planned.getFirst());
        return planned.stream()
                .min(Comparator.comparing(one -> Math.abs(ChronoUnit.DAYS.between(one, day))))
                .orElse(day);
    }
}
