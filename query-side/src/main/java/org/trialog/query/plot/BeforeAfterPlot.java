package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.course.Course.Change;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Path;
import org.trialog.query.plot.svg.Scale;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.plot.svg.Ticks;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.PoissonRate;

/**
 * The rate of each subject before and after, joined by a line, and beside them the rate of the group with its interval. A
 * panel for each group, all on one scale.
 */
final class BeforeAfterPlot {

    private static final double LEFT = Sheet.MARGIN + 44;
    private static final double RIGHT = Sheet.WIDTH - Sheet.MARGIN;
    private static final double HEIGHT = 270;
    private static final double GAP = 28;
    private static final int IN_A_ROW = 3;
    private static final double YEAR = Group.YEAR;

    /** How far above the rates an interval may stretch the scale. */
    private static final double REACH = 2;

    private final Sheet sheet;
    private final Svg svg;
    private final Caption caption;
    private final Figure figure;
    private final List<Pair> pairs;
    private final List<String> seen = new ArrayList<>();

    private BeforeAfterPlot(Figure figure, List<Course> courses, Caption caption) {
        this.figure = figure;
        this.pairs = pairs(courses);
        this.caption = caption;
        this.sheet = new Sheet(
                Plot.BEFORE_AFTER, caption, caption.capitalEvents() + " per person-year before and after, by subject");
        this.svg = sheet.svg();
    }

    static String draw(Figure figure, List<Course> courses, Caption caption) {
        return new BeforeAfterPlot(figure, courses, caption).draw();
    }

    private String draw() {
        List<Group> groups = figure.result().groups();
        List<Group> shown =
                groups.stream().filter(group -> group.subjects() > 0).toList();
        List<Double> ticks = Ticks.linear(0, StrictMath.max(1, greatest(shown)), 6);
        for (int i = 0; i < shown.size(); i += IN_A_ROW) {
            row(shown.subList(i, StrictMath.min(shown.size(), i + IN_A_ROW)), ticks);
        }
        sheet.down(10);
        shown.forEach(this::numbers);
        groups.stream()
                .filter(group -> group.subjects() == 0)
                .forEach(group -> say(caption.group(group.group()) + ": nobody with both windows."));
        sheet.note("Thin lines are subjects; a thick one stands for several with the same two rates. Bars are rates of"
                + " groups with exact 95 % intervals. No concurrent control.");
        seen.add("No concurrent control.");
        return sheet.done(seen);
    }

    private void row(List<Group> groups, List<Double> ticks) {
        sheet.down(22);
        double top = sheet.y();
        Scale y = Scale.linear(0, ticks.getLast(), top + HEIGHT, top);
        new Axes(svg).upwards(y, ticks, Digits::tick, LEFT, RIGHT);
        double width = (RIGHT - LEFT - GAP * (groups.size() - 1)) / groups.size();
        for (int i = 0; i < groups.size(); i++) {
            panel(groups.get(i), LEFT + i * (width + GAP), width, y);
        }
        sheet.down(HEIGHT + 20);
    }

    private void panel(Group group, double left, double width, Scale y) {
        double room = StrictMath.min(width, 300);
        double x0 = left + width / 2 - room * 0.26;
        double x1 = left + width / 2 + room * 0.26;
        svg.lettered(
                12,
                true,
                () -> svg.filled(
                        Ink.INK,
                        () -> svg.text(
                                left + width / 2,
                                y.end() - 8,
                                Align.MIDDLE,
                                Lettering.fitted(
                                        caption.group(group.group()) + ", n " + group.subjects(), 12, width))));
        svg.lettered(
                Sheet.SMALL,
                false,
                () -> svg.filled(Ink.MUTED, () -> {
                    svg.text(x0, y.start() + 16, Align.MIDDLE, "before");
                    svg.text(x1, y.start() + 16, Align.MIDDLE, "after");
                }));
        alike(group).forEach((_, same) -> subjects(group, same, x0, x1, y));
        Numbers.BeforeAfter before = before(group);
        if (before != null) {
            rate(before.baseline(), "before", group, x0 - room * 0.13, y, Ink.MUTED);
            rate(after(group), "after", group, x1 + room * 0.13, y, Ink.SERIES_1);
        }
    }

    /** The two rates of one subject, each 0 where there is no time. */
    private record Pair(String group, String subject, double before, double after) {

        String rates() {
            return Digits.fixed(before, 4) + " " + Digits.fixed(after, 4);
        }
    }

    private static List<Pair> pairs(List<Course> courses) {
        List<Pair> pairs = new ArrayList<>();
        for (Course course : courses) {
            Change change = course.change();
            if (change != null) {
                pairs.add(new Pair(course.group(), course.subject(), before(change), after(change)));
            }
        }
        return pairs;
    }

    /** Subjects by their two rates: lines that would cover each other are one. */
    private Map<String, List<Pair>> alike(Group group) {
        return pairs.stream()
                .filter(pair -> pair.group().equals(group.group()))
                .collect(Collectors.groupingBy(Pair::rates, TreeMap::new, Collectors.toList()));
    }

    private void subjects(Group group, List<Pair> same, double x0, double x1, Scale y) {
        double from = same.getFirst().before();
        double to = same.getFirst().after();
        List<String> names = same.stream().map(Pair::subject).toList();
        Data data = Data.of("mark", "subjects")
                .and("group", group.group())
                .andAll("subjects", names)
                .and("before", Digits.fixed(from, 4))
                .and("after", Digits.fixed(to, 4));
        String words = "%s: %s a year before, %s after"
                .formatted(String.join(", ", names), Digits.significant(from), Digits.significant(to));
        svg.mark(data, words, () -> {
            Ink ink = to > from ? Ink.ALERT : Ink.INK;
            String dashes = to > from ? "5 3" : "";
            svg.stroked(ink, 0.8 + 0.5 * (same.size() - 1), dashes, () -> svg.line(x0, y.at(from), x1, y.at(to)));
            svg.filled(ink, () -> {
                svg.circle(x0, y.at(from), 2.4);
                svg.circle(x1, y.at(to), 2.4);
            });
        });
    }

    private void rate(PoissonRate rate, String window, Group group, double x, Scale y, Ink ink) {
        Estimate estimate = rate.rate();
        if (!(estimate instanceof Estimate.Known(double value))) {
            return;
        }
        double lower = rate.interval().lower().asDouble().orElse(value);
        double upper = rate.interval().upper().asDouble().orElse(value);
        Data data = Data.of("mark", "rate").and("group", group.group()).and("window", window);
        svg.mark(data, caption.group(group.group()) + ", " + window + ": " + words(rate), () -> {
            svg.stroked(ink, 1.4, () -> {
                svg.line(x, y.within(lower), x, y.within(upper));
                svg.line(x - 4, y.within(lower), x + 4, y.within(lower));
                if (y.contains(upper)) {
                    svg.line(x - 4, y.within(upper), x + 4, y.within(upper));
                }
            });
            if (!y.contains(upper)) {
                double tip = y.end();
                svg.filled(
                        ink,
                        () -> svg.path(new Path()
                                .to(x, tip - 6)
                                .by(x + 4, tip)
                                .by(x - 4, tip)
                                .close()));
            }
            svg.filled(ink, () -> svg.rectangle(x - 9, y.within(value) - 1.5, 18, 3));
        });
    }

    private void numbers(Group group) {
        Numbers.BeforeAfter before = before(group);
        if (before == null) {
            return;
        }
        String between = before.between() == null ? "" : "; between the windows " + words(before.between());
        say("%s: before %s; after %s%s; ratio %s, %s."
                .formatted(
                        caption.group(group.group()),
                        words(before.baseline()),
                        words(after(group)),
                        between,
                        Interval95.number(
                                before.ratio().value(),
                                before.ratio().interval().lower(),
                                before.ratio().interval().upper()),
                        before.ratio().interval().method()));
    }

    private void say(String words) {
        sheet.note(words);
        seen.add(words);
    }

    private static String words(PoissonRate rate) {
        return "%s a year, %d in %s years"
                .formatted(
                        Interval95.number(
                                rate.rate(),
                                rate.interval().lower(),
                                rate.interval().upper()),
                        rate.events(),
                        Digits.fixed(rate.personTime(), 1));
    }

    private static double before(Change change) {
        return change.daysBefore() == 0 ? 0 : change.eventsBefore() * YEAR / change.daysBefore();
    }

    private static double after(Change change) {
        return change.daysAfter() == 0 ? 0 : change.eventsAfter() * YEAR / change.daysAfter();
    }

    private static PoissonRate after(Group group) {
        return rates(group).exact();
    }

    private static Numbers.@Nullable BeforeAfter before(Group group) {
        return rates(group).before();
    }

    private static Numbers.Rates rates(Group group) {
        return switch (group.numbers()) {
            case Numbers.Rates rates -> rates;
            default -> throw new IllegalArgumentException("no rate of " + group.group());
        };
    }

    /** The greatest rate that is drawn; an interval that reaches far above all of them is cut, with an arrow. */
    private double greatest(List<Group> groups) {
        double greatest = 0;
        for (Pair pair : pairs) {
            greatest = StrictMath.max(greatest, StrictMath.max(pair.before(), pair.after()));
        }
        for (Group group : groups) {
            Numbers.BeforeAfter before = before(group);
            if (before != null) {
                greatest = StrictMath.max(
                        greatest, before.baseline().rate().asDouble().orElse(0));
                greatest =
                        StrictMath.max(greatest, after(group).rate().asDouble().orElse(0));
            }
        }
        double room = greatest * REACH;
        for (Group group : groups) {
            double upper = after(group).interval().upper().asDouble().orElse(0);
            if (upper <= room) {
                greatest = StrictMath.max(greatest, upper);
            }
        }
        return greatest;
    }
}
