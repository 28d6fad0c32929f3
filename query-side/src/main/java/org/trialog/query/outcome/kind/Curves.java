package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EventFilter;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Span;
import org.trialog.query.outcome.person.Window;
import org.trialog.query.statistics.AalenJohansen;
import org.trialog.query.statistics.CompetingObservation;
import org.trialog.query.statistics.CompetingObservation.End;
import org.trialog.query.statistics.KaplanMeier;
import org.trialog.query.statistics.Observation;

/**
 * Turns what was seen of the subjects into observations of the time to the first event: at risk from a late entry, out of
 * it where confirmed time has a gap, and until the first event.
 *
 * <p>Windows of one length by calendar differ by days (a leap year, the months): who is observed to the end of the own
 * window is censored at the longest of them, so that all of them are at risk at the end.
 *
 * @param zero the day that times count from
 * @param end the longest window in days, 0 without one
 */
record Curves(Question question, Function<Window, LocalDate> zero, long end) {

    static Curves from(Question question, Cohort cohort, Function<Window, LocalDate> zero) {
        long end = 0;
        for (Stratum stratum : cohort.strata()) {
            for (Member member : stratum.members()) {
                for (Exposure exposure : member.exposures()) {
                    Window window = exposure.window();
                    if (window.planned() && window.end() != null) {
                        end = Math.max(end, Exposure.day(zero.apply(window), window.end()));
                    }
                }
            }
        }
        return new Curves(question, zero, end);
    }

    /** One stretch at risk of one subject. */
    record Row(String subject, CompetingObservation ended, int events) {

        Observation observation() {
            return new Observation(ended.after(), ended.time(), events);
        }
    }

    List<Row> rows(Stratum stratum) {
        List<Row> rows = new ArrayList<>();
        stratum.members().forEach(member -> rows.addAll(rows(member)));
        return List.copyOf(rows);
    }

    List<Row> rows(Member member) {
        List<Row> rows = new ArrayList<>();
        member.exposures().forEach(exposure -> add(member, exposure, rows));
        return rows;
    }

    KaplanMeier kaplanMeier(List<Row> rows) {
        List<Observation> observations = rows.stream().map(Row::observation).toList();
        return question.eachDose() ? KaplanMeier.clustered(observations, subjects(rows)) : KaplanMeier.of(observations);
    }

    static AalenJohansen incidence(List<Row> rows) {
        return AalenJohansen.clustered(rows.stream().map(Row::ended).toList(), subjects(rows));
    }

    static List<String> subjects(List<Row> rows) {
        return rows.stream().map(Row::subject).toList();
    }

    static int deaths(List<Row> rows) {
        return (int) rows.stream().filter(row -> row.ended().end() == End.DEATH).count();
    }

    /** Person-time up to the first event of each window. */
    static long daysToFirst(Stratum stratum) {
        long days = 0;
        for (Member member : stratum.members()) {
            for (Exposure exposure : member.exposures()) {
                LocalDate until = exposure.firstEvent().orElse(LocalDate.MAX);
                days += exposure.spans().stream()
                        .flatMap(span -> span.within(LocalDate.MIN, until).stream())
                        .mapToLong(Span::days)
                        .sum();
            }
        }
        return days;
    }

    private void add(Member member, Exposure exposure, List<Row> rows) {
        Optional<LocalDate> event = exposure.firstEvent();
        LocalDate start = zero.apply(exposure.window());
        boolean placed = false;
        for (Span span : exposure.spans()) {
            double entry = time(start, span.from());
            if (event.isPresent() && !event.get().isAfter(span.through())) {
                LocalDate day = event.get();
                // A fetus can have an adverse event before its time at risk begins: at risk on that day alone.
                double risk = Math.min(entry, time(start, day));
                rows.add(failed(member, risk, time(start, day), exposure.eventsOn(day)));
                placed = true;
                break;
            }
            rows.add(new Row(
                    member.person().subject(),
                    CompetingObservation.lateEntry(
                            entry, last(exposure.window(), start, span), end(member, exposure, span)),
                    0));
        }
        if (event.isPresent() && !placed) {
            double day = time(start, event.get());
            rows.add(failed(member, day, day, exposure.eventsOn(event.get())));
        }
    }

    static double time(LocalDate zero, LocalDate day) {
        return (double) Exposure.day(zero, day);
    }

    private static Row failed(Member member, double entry, double day, int events) {
        return new Row(member.person().subject(), CompetingObservation.lateEntry(entry, day, End.EVENT), events);
    }

    /** The last day at risk. That of a crossing belongs to the arm that it crosses to. */
    double last(Window window, LocalDate start, Span span) {
        boolean reached = span.through().equals(window.end());
        if (reached && window.planned()) {
            return (double) end;
        }
        return reached && window.part() ? time(start, span.through()) - 1 : time(start, span.through());
    }

    End end(Member member, Exposure exposure, Span span) {
        LocalDate death = member.life().death();
        return died(death, exposure.window(), span) && !countsDeath(question.event()) ? End.DEATH : End.CENSORED;
    }

    private static boolean died(@Nullable LocalDate death, Window window, Span span) {
        return death != null && span.through().equals(death) && window.contains(death);
    }

    private static boolean countsDeath(@Nullable EventFilter filter) {
        return filter != null
                && (filter.kind() == EventFilter.Kind.DEATH
                        || filter.of().stream().anyMatch(Curves::countsDeath));
    }
}
