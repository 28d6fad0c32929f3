package org.trialog.query.plot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.course.Happening;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Path;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.plot.svg.TimeAxis;

/**
 * The way of each subject: a bar of confirmed follow-up from day 0, and on it what happened. A date that is partial is a
 * line over all its days.
 */
final class SwimmerPlot {

    private static final double LEFT = Sheet.MARGIN + Roster.NAMES + 6;
    private static final double RIGHT = Sheet.WIDTH - 34;
    private static final double YEAR = 365.25;

    /** What happened longer before day 0 than this is not drawn. */
    private static final double LONG_BEFORE = -3 * YEAR;

    private final Sheet sheet;
    private final Svg svg;
    private final Caption caption;
    private final Roster roster;
    private final double height;
    private final Set<Glyph> used = EnumSet.noneOf(Glyph.class);
    private final TimeAxis axis;
    private final Scale x;
    private int before;
    private boolean partial;

    private SwimmerPlot(Figure figure, List<Course> courses, Caption caption) {
        this.caption = caption;
        this.roster = Roster.of(
                figure.result().groups().stream().map(Group::group).toList(),
                courses,
                caption,
                Comparator.comparing(SwimmerPlot::followed).reversed().thenComparing(Course::subject));
        this.height = roster.lineHeight(20);
        this.sheet = new Sheet(Plot.SWIMMER, caption, "Confirmed follow-up and what happened, by subject");
        this.svg = sheet.svg();
        double from = 0;
        double to = 0;
        for (Course course : roster.courses()) {
            for (Happening happening : course.happenings()) {
                from = StrictMath.min(from, day(course, happening.day()));
                to = StrictMath.max(to, day(course, happening.day()));
            }
            for (DateRange span : course.confirmed()) {
                from = StrictMath.min(from, day(course, span.earliest()));
                to = StrictMath.max(to, day(course, span.latest()));
            }
        }
        double start = StrictMath.max(LONG_BEFORE, from);
        double end = to > start ? to : start + 1;
        this.axis = TimeAxis.of(start, end);
        this.x = Scale.linear(start, end, LEFT, RIGHT);
    }

    static String draw(Figure figure, List<Course> courses, Caption caption) {
        return new SwimmerPlot(figure, courses, caption).draw();
    }

    private String draw() {
        roster.courses().forEach(this::take);
        key();
        sheet.down(14);
        double top = sheet.y();
        double bottom = top
                + roster.lines().stream()
                        .mapToDouble(line -> line.heading() ? height + 4 : height)
                        .sum();
        svg.stroked(Ink.RULE, 1, () -> axis.ticks()
                .forEach(tick -> svg.line(x.at(tick.day()), top, x.at(tick.day()), bottom)));
        svg.stroked(Ink.INK, 1.2, "3 2", () -> svg.line(x.at(0), top, x.at(0), bottom));
        for (Roster.Line line : roster.lines()) {
            double lineHeight = line.heading() ? height + 4 : height;
            double middle = sheet.y() + lineHeight / 2 + (line.heading() ? 2 : 0);
            Roster.label(svg, line, middle, height);
            if (!line.heading()) {
                row(line.course(), middle);
            }
            sheet.down(lineHeight);
        }
        new Axes(svg).along(x, axis, sheet.y());
        sheet.down(32);
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(
                        Ink.MUTED,
                        () -> svg.text((LEFT + RIGHT) / 2, sheet.y(), Align.MIDDLE, axis.unit() + " from day 0")));
        sheet.down(8);
        notes();
        return sheet.done(seen());
    }

    private void take(Course course) {
        for (Happening happening : course.happenings()) {
            if (drawn(course, happening)) {
                used.add(Glyph.of(happening));
                partial = partial || !happening.days().exact();
            } else {
                before++;
            }
        }
    }

    private boolean drawn(Course course, Happening happening) {
        return day(course, happening.day()) >= x.from();
    }

    private void key() {
        sheet.down(16);
        double at = Sheet.MARGIN;
        svg.filled(Ink.CONFIRMED, () -> svg.rectangle(Sheet.MARGIN, sheet.y() - 9, 26, 9));
        at = word(at + 32, "confirmed follow-up");
        double arrow = at;
        svg.filled(Ink.MUTED, () -> svg.path(goesOn(arrow, sheet.y() - 4.5)));
        at = word(at + 11, "to the cut-off");
        for (Glyph glyph : used) {
            if (at + 18 + Lettering.width(word(glyph), Sheet.SMALL) > Sheet.WIDTH - Sheet.MARGIN) {
                sheet.down(Sheet.LINE);
                at = Sheet.MARGIN;
            }
            glyph.draw(svg, at + 5, sheet.y() - 4);
            at = word(at + 14, word(glyph));
        }
    }

    private String word(Glyph glyph) {
        return glyph.words(caption);
    }

    private double word(double at, String words) {
        svg.lettered(Sheet.SMALL, false, () -> svg.filled(Ink.INK, () -> svg.text(at, sheet.y(), Align.START, words)));
        return at + Lettering.width(words, Sheet.SMALL) + 14;
    }

    private void row(Course course, double y) {
        double half = height * 0.22;
        for (DateRange span : course.confirmed()) {
            double from = x.within(day(course, span.earliest()));
            double to = x.within(day(course, span.latest()));
            Data data = Data.of("mark", "confirmed")
                    .and("subject", course.subject())
                    .and("group", course.group())
                    .and("from", span.earliest())
                    .and("through", span.latest());
            String words =
                    "%s: confirmed from %s through %s".formatted(course.subject(), span.earliest(), span.latest());
            svg.mark(data, words, () -> {
                svg.filled(Ink.CONFIRMED, () -> svg.rectangle(from, y - half, StrictMath.max(1, to - from), 2 * half));
                svg.stroked(Ink.MUTED, 1.2, () -> svg.line(to, y - half - 1, to, y + half + 1));
            });
            if (!span.latest().isBefore(caption.cutoff())) {
                svg.filled(Ink.MUTED, () -> svg.path(goesOn(to + 3, y)));
            }
        }
        course.happenings().stream()
                .filter(happening -> drawn(course, happening))
                .sorted(Comparator.comparing(happening -> Glyph.of(happening).layer()))
                .forEach(happening -> happening(course, happening, y));
    }

    private void happening(Course course, Happening happening, double y) {
        Glyph glyph = Glyph.of(happening);
        double lane = y + lane(glyph);
        Data data = Data.of("mark", glyph.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .and("subject", course.subject())
                .and("group", course.group())
                .and("time", (long) day(course, happening.day()))
                .andAll("records", happening.records())
                .andAll("positions", happening.positions());
        svg.mark(data, words(course, happening), () -> {
            if (!happening.days().exact()) {
                double from = x.within(day(course, happening.days().earliest()));
                double to = x.within(day(course, happening.days().latest()));
                svg.stroked(
                        glyph == Glyph.VISIT ? Ink.MUTED : Ink.ALERT,
                        1.2,
                        () -> svg.path(new Path()
                                .to(from, lane - 3)
                                .by(from, lane + 3)
                                .to(from, lane)
                                .by(to, lane)
                                .to(to, lane - 3)
                                .by(to, lane + 3)));
            }
            glyph.draw(svg, x.within(day(course, happening.day())), lane);
        });
    }

    /** Doses stand at the lower edge of the bar and adverse events at the upper one, so that they cover no event. */
    private double lane(Glyph glyph) {
        return switch (glyph) {
            case DOSE -> height * 0.3;
            case ADVERSE_EVENT, SERIOUS -> -height * 0.3;
            case EVENT, NOT_COUNTED, FRACTURE, VISIT, DEATH -> 0;
        };
    }

    private static String words(Course course, Happening happening) {
        DateRange days = happening.days();
        String when = days.exact() ? days.earliest().toString() : days.earliest() + " to " + days.latest();
        String not = happening.notCounted() == null ? "" : "; not counted: " + happening.notCounted();
        return course.subject() + ": " + happening.label() + ", " + when + not;
    }

    private static Path goesOn(double x, double y) {
        return new Path().to(x, y - 4).by(x + 6, y).by(x, y + 4).close();
    }

    private void notes() {
        if (partial) {
            sheet.note("A line with ends spans all the days that a partial date can mean; the mark stands where it is"
                    + " placed.");
        }
        if (before > 0) {
            sheet.note(before + " more happened over three years before day 0.");
        }
        long undated = roster.courses().stream().mapToLong(Course::undated).sum();
        if (undated > 0) {
            sheet.note(undated + " without any day: not drawn.");
        }
        if (roster.anyLeftOut()) {
            sheet.note("† Left out of the figure; the reason stands with it.");
        }
    }

    private List<String> seen() {
        List<String> seen = new ArrayList<>();
        seen.add("A bar of confirmed follow-up for each subject, in " + axis.unit()
                + " from day 0, and what happened on it.");
        seen.add(roster.headings());
        for (Glyph glyph : used) {
            long count = roster.courses().stream()
                    .flatMap(course -> course.happenings().stream().filter(happening -> drawn(course, happening)))
                    .filter(happening -> Glyph.of(happening) == glyph)
                    .count();
            seen.add("%s: %d.".formatted(word(glyph), count));
        }
        double longest = roster.courses().stream()
                .mapToDouble(SwimmerPlot::followed)
                .max()
                .orElse(0);
        seen.add("The longest is followed %s years.".formatted(Digits.fixed(longest / YEAR, 1)));
        return seen;
    }

    /** Days from day 0 to the end of confirmed follow-up. */
    private static double followed(Course course) {
        return course.confirmed().isEmpty()
                ? 0
                : day(course, course.confirmed().getLast().latest());
    }

    private static double day(Course course, LocalDate day) {
        return ChronoUnit.DAYS.between(course.anchor(), day);
    }
}
