package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;

/**
 * The lines of a plot of subjects: groups one below the other, in each its subjects.
 *
 * @param lines in order from above; of a line without a course the label is a group's
 */
record Roster(List<Line> lines) {

    static final double NAMES = 110;

    private static final int MANY = 60;

    Roster {
        lines = List.copyOf(lines);
    }

    /** @param courses empty for the heading of a group */
    record Line(String label, List<Course> courses) {

        boolean heading() {
            return courses.isEmpty();
        }

        Course course() {
            return courses.getFirst();
        }
    }

    /** @param groups ids in their order, with or without subjects */
    static Roster of(List<String> groups, List<Course> courses, Caption caption, Comparator<Course> order) {
        Map<String, List<Course>> byGroup = courses.stream().collect(Collectors.groupingBy(Course::group));
        List<Line> lines = new ArrayList<>();
        for (String group : groups) {
            List<Course> ofGroup = byGroup.getOrDefault(group, List.of());
            long in =
                    ofGroup.stream().filter(course -> course.leftOut() == null).count();
            lines.add(new Line(caption.group(group) + " — n " + in, List.of()));
            ofGroup.stream()
                    .sorted(Comparator.comparing((Course course) -> course.leftOut() != null)
                            .thenComparing(order))
                    .forEach(course -> lines.add(new Line(course.subject(), List.of(course))));
        }
        return new Roster(lines);
    }

    /** Lower lines when there are many. */
    double lineHeight(double usual) {
        return lines.size() > MANY ? usual * 0.72 : usual;
    }

    /** Writes the label of a line whose middle is at {@code y}. */
    static void label(Svg svg, Line line, double y, double height) {
        double size = StrictMath.min(Sheet.SMALL, height * 0.7);
        if (line.heading()) {
            svg.lettered(
                    Sheet.SMALL,
                    true,
                    () -> svg.filled(
                            Ink.INK,
                            () -> svg.text(
                                    Sheet.MARGIN,
                                    y + 4,
                                    Align.START,
                                    Lettering.fitted(line.label(), Sheet.SMALL, Sheet.WIDTH - 2 * Sheet.MARGIN))));
            return;
        }
        String leftOut = line.course().leftOut();
        String words = leftOut == null ? line.label() : line.label() + ": left out, " + leftOut;
        svg.lettered(
                size,
                false,
                () -> svg.filled(
                        leftOut == null ? Ink.INK : Ink.MUTED,
                        () -> svg.mark(
                                Data.of("subject", line.label())
                                        .and("group", line.course().group()),
                                words,
                                () -> svg.text(
                                        Sheet.MARGIN,
                                        y + size * 0.36,
                                        Align.START,
                                        Lettering.fitted((leftOut == null ? "" : "† ") + line.label(), size, NAMES)))));
    }

    List<Course> courses() {
        return lines.stream().flatMap(line -> line.courses().stream()).toList();
    }

    boolean anyLeftOut() {
        return courses().stream().anyMatch(course -> course.leftOut() != null);
    }

    /** For those who do not see the picture: how many are in each group. */
    String headings() {
        return lines.stream().filter(Line::heading).map(Line::label).collect(Collectors.joining("; ")) + ".";
    }
}
