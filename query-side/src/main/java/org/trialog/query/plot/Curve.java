package org.trialog.query.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.statistics.Observation;

/**
 * A curve in steps over days.
 *
 * @param group its id
 * @param label its name
 * @param start the value before the first step
 * @param steps in order of their times
 * @param stretches time at risk of the subjects, in days
 * @param end the estimate, in words
 */
record Curve(String group, String label, double start, List<Step> steps, List<Stretch> stretches, String end) {

    Curve {
        steps = List.copyOf(steps);
        stretches = List.copyOf(stretches);
    }

    /** @param lower of the 95 % interval; empty where it does not exist */
    record Step(
            double time,
            int atRisk,
            int events,
            int censored,
            double estimate,
            OptionalDouble lower,
            OptionalDouble upper) {}

    /** @param risk a subject that comes back after a gap has several */
    record Stretch(String subject, Observation risk) {

        boolean endsAt(double time) {
            return risk.time() == time;
        }
    }

    /** @param courses of all groups; those of this one stand behind the steps */
    static Curve of(Group group, String label, double start, List<Step> steps, List<Course> courses, String end) {
        List<Stretch> stretches = courses.stream()
                .filter(course -> course.group().equals(group.group()))
                .flatMap(course -> course.stretches().stream().map(risk -> new Stretch(course.subject(), risk)))
                .toList();
        return new Curve(group.group(), label, start, steps, stretches, end);
    }

    /** The last time at which anybody was at risk. */
    double last() {
        return steps.isEmpty() ? 0 : steps.getLast().time();
    }

    /** At risk at the time itself, those censored on that day included. */
    int atRisk(double time) {
        return (int) stretches.stream()
                .map(Stretch::risk)
                .filter(risk -> risk.after() < time && time <= risk.time())
                .count();
    }

    /** Events up to the time. */
    int events(double time) {
        return steps.stream()
                .filter(step -> step.time() <= time)
                .mapToInt(Step::events)
                .sum();
    }

    /** Censored up to the time. */
    int censored(double time) {
        return steps.stream()
                .filter(step -> step.time() <= time)
                .mapToInt(Step::censored)
                .sum();
    }

    /** Whose time at risk ended on that day, with an event or without. */
    List<String> endedAt(double time, boolean failed) {
        return stretches.stream()
                .filter(stretch -> stretch.endsAt(time) && stretch.risk().failed() == failed)
                .map(Stretch::subject)
                .sorted()
                .distinct()
                .toList();
    }
}
