package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.DayWindow;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Method;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Behind.Counted;
import org.trialog.query.outcome.figure.Behind.NotCounted;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;
import org.trialog.query.outcome.score.Appointment;
import org.trialog.query.outcome.score.Reading;
import org.trialog.query.outcome.score.Readings;
import org.trialog.query.outcome.score.Scale;
import org.trialog.query.outcome.score.Slopes;

/** Reads the scores of the members of a cohort as the definition asks for them. */
record Scores(Question question, Scale scale, Placement placement) {

    static final String BASELINE = "baseline";

    static Scores of(Question question, Cohort cohort) {
        return new Scores(question, Scale.of(question.definition(), question.protocol()), cohort.placement());
    }

    /**
     * A visit with its value, or without and why.
     *
     * @param last day on which it could be made; null when there is no planned day
     */
    record AtVisit(
            String visit,
            Optional<Reading> reading,
            String missing,
            @Nullable LocalDate last) {}

    Readings readings(Member member) {
        return Readings.of(member.person(), scale, placement);
    }

    static LocalDate dayZero(Member member) {
        return member.exposures().getFirst().window().anchor();
    }

    Optional<Reading> baseline(Member member) {
        return readings(member).baseline(dayZero(member));
    }

    List<AtVisit> visits(Member member) {
        Readings readings = readings(member);
        List<AtVisit> visits = new ArrayList<>();
        for (PlannedVisit planned : question.protocol().visits()) {
            if (question.definition().visits().contains(planned.code())) {
                Appointment appointment = appointment(planned, member.person());
                visits.add(new AtVisit(
                        planned.code(),
                        appointment.reading(readings, member.person(), dayZero(member)),
                        appointment.missing(member.person()),
                        appointment.last()));
            }
        }
        return List.copyOf(visits);
    }

    Slopes slopes(Member member) {
        OutcomeDefinition definition = question.definition();
        LocalDate dayZero = dayZero(member);
        return Slopes.of(
                readings(member),
                dayZero,
                definition.from() == null ? null : dayZero.plus(definition.from()),
                end(dayZero));
    }

    /** The end of the window, excluded; null for all follow-up. */
    @Nullable
    LocalDate end(LocalDate dayZero) {
        return question.definition().to() == null
                ? null
                : dayZero.plus(question.definition().to());
    }

    Appointment appointment(PlannedVisit visit, Person person) {
        // As for day 0 itself: a sensitivity to the dates of values moves no visit.
        Anchors anchors = new Anchors(question.protocol(), Placement.of(question.partialDates()));
        LocalDate planned = null;
        if (visit.at() != null
                && anchors.of(person, visit.anchor(), question.definition().controlAnchor())
                        instanceof DayZero.On(List<LocalDate> days, boolean _)) {
            planned = days.getFirst().plus(visit.at());
        }
        DayWindow window = visit.window();
        return new Appointment(
                visit.code(), planned, planned == null || window == null ? null : window.around(planned));
    }

    /** Why a member cannot be in a figure of changes or of slopes; responders are undetermined instead. */
    Optional<String> lacking(Member member) {
        Method method = question.definition().method();
        if (method == Method.RESPONDER) {
            return Optional.empty();
        }
        if (method == Method.SLOPE) {
            return Optional.of(slopes(member).lacking()).filter(why -> !why.isEmpty());
        }
        if (baseline(member).isEmpty()) {
            return Optional.of("no value on or before day 0");
        }
        return visits(member).stream().noneMatch(at -> at.reading().isPresent())
                ? Optional.of("no value at any of the visits")
                : Optional.empty();
    }

    /** Values of the scale that had to be placed, in the window or not. */
    long partial(Stratum stratum) {
        return stratum.members().stream()
                .flatMap(member -> readings(member).values().stream())
                .filter(Reading::partial)
                .count();
    }

    /** Values that are placed, and of all subjects with a day 0 those that are not used. */
    List<String> warnings(Stratum stratum) {
        List<String> warnings = new ArrayList<>();
        long partial = partial(stratum);
        if (partial > 0) {
            warnings.add("values with a partial date: " + partial + ", placed by the rule "
                    + Token.of(question.partialDates()));
        }
        SortedMap<String, Integer> reasons = new TreeMap<>();
        Stream.concat(
                        stratum.members().stream().map(Member::person),
                        stratum.leftOut().stream().map(Stratum.LeftOut::person))
                .flatMap(person -> Readings.of(person, scale, placement).notCounted().stream())
                .forEach(not -> reasons.merge(not.reason(), 1, Integer::sum));
        reasons.forEach((reason, count) -> warnings.add("values that are not used: " + count + " " + reason));
        return List.copyOf(warnings);
    }

    static Counted counted(Reading reading, String window) {
        return new Counted(List.of(reading.record()), reading.positions(), reading.day(), window);
    }

    /** The readings that were used; all others of the scale stand beside them. */
    Behind.Subject behind(Member member, List<Counted> used) {
        Readings readings = readings(member);
        List<String> records =
                used.stream().flatMap(one -> one.records().stream()).toList();
        List<NotCounted> not = new ArrayList<>(readings.notCounted());
        for (Reading reading : readings.values()) {
            if (!records.contains(reading.record())) {
                not.add(new NotCounted(reading.record(), reading.positions(), "not the value that is asked for"));
            }
        }
        return new Behind.Subject(member.person().subject(), null, List.of(dayZero(member)), member.days(), used, not);
    }
}
