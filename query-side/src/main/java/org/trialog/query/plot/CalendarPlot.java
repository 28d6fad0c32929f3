package org.trialog.query.plot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.course.Course.Year;
import org.trialog.query.outcome.course.Happening;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Path;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;

/**
 * Subjects by years from day 0. In each year the confirmed time is shaded and the rest hatched, and the number of events
 * stands in it: a bare 0 only where the whole year was observed.
 */
final class CalendarPlot {

    private static final double LEFT = Sheet.MARGIN + Roster.NAMES + 6;
    private static final double TOTALS = 150;
    private static final double WIDEST = 64;
    private static final double HATCH = 6;

    private final Sheet sheet;
    private final Svg svg;
    private final Roster roster;
    private final int first;
    private final int last;
    private final double width;
    private final double height;

    private CalendarPlot(Figure figure, List<Course> courses, Caption caption) {
        this.roster = Roster.of(
                figure.result().groups().stream().map(Group::group).toList(),
                courses,
                caption,
                Comparator.comparing(Course::subject));
        this.first = roster.courses().stream()
                .flatMap(course -> course.years().stream())
                .mapToInt(Year::number)
                .min()
                .orElse(0);
        this.last = roster.courses().stream()
                .flatMap(course -> course.years().stream())
                .mapToInt(Year::number)
                .max()
                .orElse(0);
        this.width = StrictMath.min(WIDEST, (Sheet.WIDTH - Sheet.MARGIN - TOTALS - LEFT) / (last - first + 1));
        this.height = roster.lineHeight(20);
        this.sheet =
                new Sheet(Plot.CALENDAR, caption, caption.capitalEvents() + " in each year from day 0, by subject");
        this.svg = sheet.svg();
    }

    static String draw(Figure figure, List<Course> courses, Caption caption) {
        return new CalendarPlot(figure, courses, caption).draw();
    }

    private String draw() {
        key();
        sheet.down(24);
        columns();
        double top = sheet.y();
        for (Roster.Line line : roster.lines()) {
            double lineHeight = line.heading() ? height + 6 : height;
            double middle = sheet.y() + lineHeight / 2 + (line.heading() ? 3 : 0);
            Roster.label(svg, line, middle, height);
            if (!line.heading()) {
                row(line.course(), sheet.y());
            }
            sheet.down(lineHeight);
        }
        double zero = x(0);
        svg.stroked(Ink.INK, 1.5, "3 2", () -> svg.line(zero, top, zero, sheet.y()));
        sheet.down(10);
        notes();
        return sheet.done(seen());
    }

    private void key() {
        sheet.down(18);
        double y = sheet.y() - 11;
        svg.filled(Ink.CONFIRMED, () -> svg.rectangle(Sheet.MARGIN, y, 26, 14));
        frame(Sheet.MARGIN, y, 26, 14, Ink.RULE, 1);
        hatch(Sheet.MARGIN + 150, y, 26, 14);
        frame(Sheet.MARGIN + 150, y, 26, 14, Ink.RULE, 1);
        svg.filled(Ink.CONFIRMED, () -> svg.rectangle(Sheet.MARGIN + 270, y, 26, 14));
        frame(Sheet.MARGIN + 270, y, 26, 14, Ink.GOOD, 1.6);
        svg.lettered(Sheet.SMALL, false, () -> {
            svg.filled(Ink.INK, () -> {
                svg.text(Sheet.MARGIN + 32, sheet.y(), Align.START, "confirmed follow-up");
                svg.text(Sheet.MARGIN + 182, sheet.y(), Align.START, "not confirmed");
                svg.text(Sheet.MARGIN + 302, sheet.y(), Align.START, "whole year without");
            });
            svg.filled(Ink.GOOD, () -> svg.text(Sheet.MARGIN + 283, sheet.y(), Align.MIDDLE, "0"));
            svg.filled(Ink.ALERT, () -> svg.text(Sheet.MARGIN + 440, sheet.y(), Align.MIDDLE, "(1)"));
            svg.filled(
                    Ink.INK,
                    () -> svg.text(Sheet.MARGIN + 454, sheet.y(), Align.START, "happened, but does not count"));
        });
    }

    /** Years before day 0 are counted down from −1, those after it up from 1, as people do. */
    private void columns() {
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(Ink.MUTED, () -> {
                    for (int k = first; k <= last; k++) {
                        String label = k < 0 ? "−" + -k : Integer.toString(k + 1);
                        svg.text(x(k) + width / 2, sheet.y() - 5, Align.MIDDLE, label);
                    }
                    svg.text(LEFT - 8, sheet.y() - 5, Align.END, "year");
                    svg.text(x(last + 1) + 10, sheet.y() - 5, Align.START, "event-free of observed");
                }));
    }

    private void row(Course course, double top) {
        double inner = height - 2;
        if (!course.years().isEmpty()) {
            int from = course.years().getFirst().number();
            int to = course.years().getLast().number();
            hatch(x(from), top, x(to + 1) - x(from), inner);
        }
        course.years().forEach(year -> confirmed(course, year, top, inner));
        course.years().forEach(year -> cell(course, year, top, inner));
        svg.lettered(
                StrictMath.min(Sheet.SMALL, height * 0.7),
                false,
                () -> svg.filled(
                        Ink.INK,
                        () -> svg.text(
                                x(last + 1) + 10,
                                top + inner * 0.72,
                                Align.START,
                                course.leftOut() == null
                                        ? "%d of %d".formatted(course.freeYears(), course.observedYears())
                                        : "left out")));
    }

    /** Opaque, so that the hatching ends where confirmed time begins. */
    private void confirmed(Course course, Year year, double top, double inner) {
        double days = ChronoUnit.DAYS.between(year.from(), year.end());
        for (DateRange span : course.confirmed()) {
            double from = clipped(year, span.earliest()) / days;
            double to = clipped(year, span.latest()) / days;
            if (to > from) {
                svg.filled(
                        Ink.CONFIRMED,
                        () -> svg.rectangle(x(year.number()) + from * width, top, (to - from) * width, inner));
            }
        }
    }

    private static double clipped(Year year, LocalDate day) {
        LocalDate earliest = day.isBefore(year.from()) ? year.from() : day;
        return ChronoUnit.DAYS.between(year.from(), earliest.isAfter(year.end()) ? year.end() : earliest);
    }

    private void cell(Course course, Year year, double top, double inner) {
        boolean free = year.observed() && year.events() == 0;
        double x = x(year.number());
        Data data = Data.of("subject", course.subject())
                .and("group", course.group())
                .and("year", year.number())
                .and("from", year.from())
                .and("to", year.end())
                .and("observed", year.observed() ? "whole" : seen(course, year) ? "part" : "none")
                .and("count", year.events())
                .and("not-counted", year.notCounted())
                .andAll("positions", positions(course, year));
        svg.mark(data, words(course, year), () -> {
            frame(x + 0.8, top, width - 1.6, inner, free ? Ink.GOOD : Ink.RULE, free ? 1.6 : 1);
            String count = count(course, year);
            Ink ink = free ? Ink.GOOD : year.notCounted() > 0 && year.events() == 0 ? Ink.ALERT : Ink.INK;
            svg.lettered(
                    StrictMath.min(12, height * 0.7),
                    year.events() > 0,
                    () -> svg.filled(ink, () -> svg.text(x + width / 2, top + inner * 0.72, Align.MIDDLE, count)));
        });
    }

    /** Nothing stands where nothing is known; a number in brackets does not count. */
    private static String count(Course course, Year year) {
        String counted = year.events() > 0 || year.observed() ? Long.toString(year.events()) : "";
        String not = year.notCounted() > 0 ? "(" + year.notCounted() + ")" : "";
        return counted.isEmpty() || not.isEmpty() ? counted + not : counted + (course.leftOut() == null ? "" : "†");
    }

    private static String words(Course course, Year year) {
        return "%s, year from %s: %d counted%s, %s"
                .formatted(
                        course.subject(),
                        year.from(),
                        year.events(),
                        year.notCounted() > 0 ? ", " + year.notCounted() + " not counted" : "",
                        year.observed()
                                ? "the whole year confirmed"
                                : seen(course, year) ? "a part of it confirmed" : "nothing of it confirmed");
    }

    private static boolean seen(Course course, Year year) {
        return course.confirmed().stream()
                .anyMatch(span ->
                        span.earliest().isBefore(year.end()) && span.latest().isAfter(year.from()));
    }

    private static List<Long> positions(Course course, Year year) {
        return course.happenings().stream()
                .filter(happening -> happening.type() == Happening.Type.EVENT)
                .filter(event ->
                        !event.day().isBefore(year.from()) && event.day().isBefore(year.end()))
                .flatMap(event -> event.positions().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private double x(int year) {
        return LEFT + (year - first) * width;
    }

    private void frame(double x, double y, double w, double h, Ink ink, double line) {
        svg.stroked(ink, line, () -> svg.rectangle(x, y, w, h));
    }

    /** Lines from below left to above right, each cut at the edges of the rectangle. */
    private void hatch(double x, double y, double w, double h) {
        Path path = new Path();
        for (double from = HATCH - h; from < w; from += HATCH) {
            double left = StrictMath.max(0, from);
            double right = StrictMath.min(w, from + h);
            path.to(x + left, y + h - (left - from)).by(x + right, y + h - (right - from));
        }
        svg.stroked(Ink.RULE, 1.2, () -> svg.path(path));
    }

    private void notes() {
        sheet.note("An empty year was not confirmed to its end, and nothing is known to have happened in it.");
        long undated = roster.courses().stream().mapToLong(Course::undated).sum();
        if (undated > 0) {
            sheet.note(undated + " without any day: in no year.");
        }
        if (roster.anyLeftOut()) {
            sheet.note("† Left out of the figure; the reason stands with it.");
        }
    }

    private List<String> seen() {
        List<Course> in = roster.courses().stream()
                .filter(course -> course.leftOut() == null)
                .toList();
        return List.of(
                "Events in each year from day 0, a line for each subject.",
                roster.headings(),
                "%d of %d fully observed years from day 0 on were without an event."
                        .formatted(
                                in.stream().mapToLong(Course::freeYears).sum(),
                                in.stream().mapToLong(Course::observedYears).sum()));
    }
}
