package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.course.Happening;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Window;
import org.trialog.query.statistics.Observation;

/** Lays out the courses of a cohort's subjects. They are seen as the figure sees them: the same windows and events. */
final class Courses {

    /** Years before day 0 that are shown: what came right before, not a whole chart. */
    private static final int YEARS_BEFORE = 3;

    private final Question question;
    private final Cohort cohort;
    private final YearsSeen years;

    Courses(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.years = new YearsSeen(question);
    }

    /** In the order of the groups, then of the subjects' codes. */
    List<Course> list() {
        Curves curves =
                switch (question.definition().kind()) {
                    case EVENT_FREE_INTERVAL -> Curves.from(question, cohort, Window::start);
                    default -> Curves.from(question, cohort, Window::anchor);
                };
        return cohort.strata().stream()
                .flatMap(stratum -> Stream.concat(
                                stratum.members().stream().map(member -> of(stratum, member, curves)),
                                stratum.leftOut().stream().map(out -> of(stratum, out)))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(Course::subject)))
                .toList();
    }

    private Course of(Stratum stratum, Member member, Curves curves) {
        LocalDate anchor = member.exposures().getFirst().window().anchor();
        Happened happened = new Happened(member.person(), member.life());
        return new Course(
                stratum.name(),
                member.person().subject(),
                anchor,
                null,
                confirmed(member.life()),
                happened.inOrder(),
                happened.undated(),
                years(anchor, limit(member), member.life(), happened.inOrder()),
                stretches(member, curves),
                change(member));
    }

    private @Nullable Course of(Stratum stratum, Stratum.LeftOut out) {
        Life life = out.life();
        if (life == null || out.anchors().isEmpty()) {
            return null;
        }
        LocalDate anchor = out.anchors().getFirst();
        Happened happened = new Happened(out.person(), life);
        return new Course(
                stratum.name(),
                out.person().subject(),
                anchor,
                out.reason(),
                confirmed(life),
                happened.inOrder(),
                happened.undated(),
                years(anchor, null, life, happened.inOrder()),
                List.of(),
                null);
    }

    private static List<DateRange> confirmed(Life life) {
        return life.atRisk().stream()
                .map(span -> new DateRange(span.from(), span.through()))
                .toList();
    }

    private List<Observation> stretches(Member member, Curves curves) {
        return switch (question.definition().kind()) {
            case EVENT_FREE_INTERVAL, TIME_TO_FIRST_EVENT, OBSERVED_EXPECTED ->
                curves.rows(member).stream().map(Curves.Row::observation).toList();
            case RECURRENT_EVENTS ->
                new Recurrences(curves)
                        .rows(member).stream()
                                .map(row -> new Observation(row.after(), row.time(), row.events()))
                                .toList();
            default -> List.of();
        };
    }

    private static Course.@Nullable Change change(Member member) {
        Member.Before before = member.before();
        return before == null
                ? null
                : new Course.Change(
                        before.baseline().events().size(), before.baseline().days(), member.events(), member.days());
    }

    /** Years without an event end with their outcome's window; the calendar of any other kind shows all follow-up. */
    private @Nullable LocalDate limit(Member member) {
        return question.definition().kind() == OutcomeDefinition.Kind.EVENT_FREE_TIME
                ? member.exposures().getFirst().window().end()
                : null;
    }

    private List<Course.Year> years(
            LocalDate anchor, @Nullable LocalDate limit, Life life, List<Happening> happenings) {
        List<Happening> events = happenings.stream()
                .filter(happening -> happening.type() == Happening.Type.EVENT)
                .toList();
        List<LocalDate> days = new ArrayList<>(List.of(anchor));
        life.atRisk().forEach(span -> {
            days.add(span.from());
            days.add(span.through());
        });
        events.forEach(event -> days.add(event.day()));
        LocalDate last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
        LocalDate first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
        List<Course.Year> found = new ArrayList<>();
        for (int k = firstYear(anchor, first);
                k == 0 || !years.year(anchor, k).start().isAfter(last);
                k++) {
            found.add(year(years.year(anchor, k), k, limit, life, events));
        }
        return found;
    }

    private int firstYear(LocalDate anchor, LocalDate first) {
        int k = 0;
        while (k > -YEARS_BEFORE && years.year(anchor, k).start().isAfter(first)) {
            k--;
        }
        return k;
    }

    private Course.Year year(Window year, int k, @Nullable LocalDate limit, Life life, List<Happening> events) {
        LocalDate end = Objects.requireNonNull(year.end());
        List<Happening> within =
                events.stream().filter(event -> year.contains(event.day())).toList();
        long counted =
                within.stream().filter(event -> event.notCounted() == null).count();
        return new Course.Year(
                k,
                year.start(),
                end,
                (limit == null || !end.isAfter(limit)) && life.within(year).full(years.tolerance(k), null),
                counted,
                within.size() - counted);
    }
}
