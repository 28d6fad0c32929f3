package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.Streaks;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Occurrence;
import org.trialog.query.outcome.person.Span;
import org.trialog.query.outcome.person.Window;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Quantiles;

/**
 * How long subjects went without an event: complete years, each fully observed, and streaks. A streak starts at the start of
 * the window, at an event, or where confirmed time resumes after a gap; it ends at the next event or where confirmed time
 * ends. Who crosses arms has complete years and streaks in both; the year of the crossing is complete in neither.
 */
final class EventFreeTime implements Answer {

    private final YearsSeen years;

    EventFreeTime(Question question) {
        this.years = new YearsSeen(question);
    }

    @Override
    public Part of(Stratum stratum) {
        List<Streaks> perSubject = stratum.members().stream().map(this::streaks).toList();
        Quantiles years =
                Quantiles.of(perSubject.stream().map(Streaks::freeYears).toList());
        return new Part(
                stratum.events(),
                stratum.days(),
                years.median(),
                years.at(0.25),
                years.at(0.75),
                new Numbers.EventFreeYears(
                        perSubject.stream().mapToLong(Streaks::freeYears).sum(),
                        perSubject.stream().mapToLong(Streaks::observedYears).sum(),
                        Quantiles.of(perSubject.stream()
                                        .map(Streaks::currentStreakDays)
                                        .toList())
                                .median(),
                        Quantiles.of(perSubject.stream()
                                        .map(Streaks::longestStreakDays)
                                        .toList())
                                .median(),
                        perSubject),
                List.of());
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return of(stratum).estimate();
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of();
    }

    @Override
    public String method() {
        return "median of complete years without an event, each fully observed; lower and upper are the quartiles";
    }

    private Streaks streaks(Member member) {
        int free = 0;
        int observed = 0;
        long followed = 0;
        List<Long> streaks = new ArrayList<>();
        for (Exposure exposure : member.exposures()) {
            Window window = exposure.window();
            for (int k = 0; ; k++) {
                Window year = years.year(window.anchor(), k);
                int tolerance = years.tolerance(k);
                if (!elapsed(exposure, year, tolerance)) {
                    break;
                }
                Exposure seen = member.life().within(year);
                if (!year.start().isBefore(window.start()) && seen.full(tolerance, null)) {
                    observed++;
                    free += seen.events().isEmpty() ? 1 : 0;
                }
            }
            addStreaks(exposure, streaks);
            LocalDate through = exposure.spans().isEmpty()
                    ? window.start()
                    : exposure.spans().getLast().through();
            followed += Exposure.day(window.start(), through);
        }
        return new Streaks(
                member.person().subject(),
                member.events(),
                free,
                observed,
                streaks.isEmpty() ? 0 : streaks.getLast(),
                streaks.stream().mapToLong(Long::longValue).max().orElse(0),
                followed);
    }

    private static void addStreaks(Exposure exposure, List<Long> streaks) {
        for (Span span : exposure.spans()) {
            LocalDate since = span.from();
            for (Occurrence event : exposure.events()) {
                if (span.contains(event.day())) {
                    streaks.add(Exposure.day(since, event.day()));
                    since = event.day();
                }
            }
            streaks.add(Exposure.day(since, span.through()));
        }
    }

    /** Whether the year lies within the window and confirmed follow-up goes on to its end. */
    private static boolean elapsed(Exposure exposure, Window year, int tolerance) {
        LocalDate end = year.end();
        LocalDate limit = exposure.window().end();
        return end != null
                && (limit == null || !end.isAfter(limit))
                && !exposure.spans().isEmpty()
                && !exposure.spans().getLast().through().isBefore(end.minusDays(tolerance));
    }
}
