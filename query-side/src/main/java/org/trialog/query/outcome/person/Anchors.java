package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.GestationalAge;
import org.trialog.query.outcome.person.Person.Dose;

/**
 * Finds the day 0 of a subject.
 *
 * @param placement of a partial date
 */
public record Anchors(Protocol protocol, Placement placement) {

    /** The code of the covariate whose day is that of the diagnosis. */
    private static final String DIAGNOSIS = "diagnosis";

    private static final String NO_DOSE = "no dose given";

    /** @param controlAnchor used in a control arm */
    public DayZero of(Person person, Anchor anchor, @Nullable Anchor controlAnchor) {
        Arm arm = arm(person);
        if (arm == null || !arm.control()) {
            return of(person, anchor);
        }
        if (controlAnchor != null) {
            return of(person, controlAnchor);
        }
        return anchor.needsDose()
                ? new DayZero.Missing("a control gets no dose, and the outcome names no controlAnchor")
                : of(person, anchor);
    }

    private DayZero of(Person person, Anchor anchor) {
        return switch (anchor) {
            case ENROLMENT -> enrolment(person);
            case RANDOMISATION ->
                person.of(Randomisation.class).isEmpty()
                        ? enrolment(person)
                        : first(
                                person,
                                person.of(Randomisation.class).stream()
                                        .map(entry -> entry.details().date()),
                                "no day of randomisation");
            case CONSENT ->
                first(
                        person,
                        person.of(Consent.class).stream()
                                .map(entry -> entry.details().date()),
                        "no day of consent");
            case BIRTH, AGE -> on(Optional.ofNullable(person.birth()), "no birth recorded");
            case FIRST_DOSE -> on(person.doses().stream().map(Dose::start).findFirst(), NO_DOSE);
            case LAST_DOSE -> lastDose(person);
            case EACH_DOSE -> eachDose(person);
            case DIAGNOSIS -> first(person, diagnoses(person), "no diagnosis recorded");
            case INDEX_DATE ->
                on(
                        person.of(ControlMatch.class).stream()
                                .map(match -> DateRange.on(match.details().indexDate()))
                                .min(Comparator.comparing(DateRange::earliest)),
                        "not matched to a treated subject");
            case CORRECTED_AGE -> on(term(person).map(DateRange::on), "gestational week 40+0 is not known");
        };
    }

    private DayZero enrolment(Person person) {
        return first(
                person,
                person.of(Enrolment.class).stream().map(entry -> entry.details().date()),
                "no day of enrolment");
    }

    /** Boosters and doses beyond the series have no number in it, so they do not move it. */
    private DayZero lastDose(Person person) {
        Arm arm = arm(person);
        DosePlan plan = arm == null ? null : arm.doses();
        List<Dose> series = person.doses();
        boolean complete = person.endOfTreatment();
        if (plan == null) {
            complete = complete || person.completed();
        } else {
            series = series.stream()
                    .filter(dose -> dose.number() != null && dose.number() >= 1 && dose.number() <= plan.count())
                    .toList();
            TreeSet<Integer> settled = new TreeSet<>(person.missed());
            series.forEach(dose -> settled.add(dose.number()));
            complete = complete || settled.subSet(1, true, plan.count(), true).size() == plan.count();
        }
        if (!complete) {
            return new DayZero.Missing(person.doses().isEmpty() ? NO_DOSE : "series of doses not complete");
        }
        return on(
                series.stream()
                        .map(Dose::start)
                        .max(Comparator.comparing(DateRange::earliest).thenComparing(DateRange::latest)),
                person.doses().isEmpty() ? NO_DOSE : "no dose of the series given");
    }

    private DayZero eachDose(Person person) {
        TreeSet<LocalDate> days = new TreeSet<>();
        boolean partial = false;
        for (Dose dose : person.doses()) {
            if (on(Optional.of(dose.start()), "") instanceof DayZero.On placed) {
                days.addAll(placed.days());
                partial = partial || placed.partial();
            }
        }
        return days.isEmpty() ? new DayZero.Missing(NO_DOSE) : new DayZero.On(new ArrayList<>(days), partial);
    }

    private Stream<ClinicalDate> diagnoses(Person person) {
        List<ClinicalDate> stated = person.of(Covariate.class).stream()
                .filter(covariate -> covariate.details().code().equals(DIAGNOSIS))
                .map(covariate -> covariate.details().date())
                .toList();
        return stated.isEmpty()
                ? person.of(MedicalHistory.class).stream()
                        .filter(history -> history.details().term().equalsIgnoreCase(protocol.condition()))
                        .map(history -> history.details().date())
                : stated.stream();
    }

    private static Optional<LocalDate> term(Person person) {
        if (person.expectedDate() != null) {
            return Optional.of(person.expectedDate());
        }
        return person.of(Birth.class).stream()
                .map(entry -> entry.details())
                .filter(birth -> birth.gestationalAge() != null
                        && birth.gestationalAge().days() != null
                        && birth.age().birth().exact())
                .map(birth -> birth.age()
                        .birth()
                        .earliest()
                        .plusDays(GestationalAge.TERM_DAYS)
                        .minusDays(birth.gestationalAge().fewestDays()))
                .findFirst();
    }

    private DayZero first(Person person, Stream<ClinicalDate> dates, String reason) {
        return on(
                dates.flatMap(date -> person.range(date).stream())
                        .min(Comparator.comparing(DateRange::earliest).thenComparing(DateRange::latest)),
                reason);
    }

    private DayZero on(Optional<DateRange> possible, String reason) {
        if (possible.isEmpty()) {
            return new DayZero.Missing(reason);
        }
        DateRange range = possible.get();
        LocalDate day = range.exact() ? range.earliest() : placement.place(range);
        return day == null
                ? new DayZero.Missing(
                        "the day that time starts from is only known as " + range.earliest() + "/" + range.latest())
                : new DayZero.On(List.of(day), !range.exact());
    }

    private @Nullable Arm arm(Person person) {
        return person.allotment(person.cutoff())
                .flatMap(allotted -> protocol.arm(allotted.arm()))
                .orElse(null);
    }
}
