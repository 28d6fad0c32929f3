package org.trialog.deploy.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trialog.query.statistics.Observation;
import org.trialog.query.statistics.RateObservation;
import org.trialog.query.statistics.RecurrentObservation;

/**
 * A trial of two arms out of a seed: subjects with a frailty, followed for one to three years, with recurrent events, each
 * on a day of its own. Given their total, events of Poisson processes fall on subjects in proportion to what was expected
 * of each, and evenly within it: so there are exactly as many as asked for.
 */
final class SyntheticTrial {

    private static final double YEAR = 365.25;
    private static final double RATE_RATIO = 0.7;

    private final List<Course> courses = new ArrayList<>();

    /** @param events the days with one, from 1 to {@code days} */
    private record Course(String subject, int arm, int days, BitSet events) {

        boolean failed() {
            return !events.isEmpty();
        }

        int first() {
            return failed() ? events.nextSetBit(0) : days;
        }

        Observation toFirst() {
            return Observation.fromAnchor(first(), failed() ? 1 : 0);
        }

        double years() {
            return days / YEAR;
        }

        /** To each event, and from the last one to the end of follow-up. */
        List<RecurrentObservation> rows() {
            List<RecurrentObservation> rows = new ArrayList<>();
            double after = -0.5;
            for (int day = events.nextSetBit(0); day >= 0; day = events.nextSetBit(day + 1)) {
                rows.add(new RecurrentObservation(subject, after, day, 1, false));
                after = day;
            }
            if (after < days) {
                rows.add(new RecurrentObservation(subject, after, days, 0, false));
            }
            return rows;
        }
    }

    SyntheticTrial(int subjects, int events, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] expected = new double[subjects];
        double sum = 0;
        for (int i = 0; i < subjects; i++) {
            Course course = new Course("S" + i, 1 + i % 2, 365 + random.nextInt(731), new BitSet());
            // Gamma with shape 2: the sum of two exponentials.
            double frailty = random.nextExponential() + random.nextExponential();
            sum += frailty * course.days * (course.arm == 1 ? 1 : RATE_RATIO);
            expected[i] = sum;
            courses.add(course);
        }
        for (int happened = 0; happened < events; ) {
            int found = Arrays.binarySearch(expected, random.nextDouble(sum));
            Course course = courses.get(found < 0 ? -found - 1 : found + 1);
            int day = 1 + random.nextInt(course.days);
            if (!course.events.get(day)) {
                course.events.set(day);
                happened++;
            }
        }
    }

    /** To the first event, an arm a list. */
    List<List<Observation>> toFirst() {
        return arms().mapToObj(arm -> courses.stream()
                        .filter(course -> course.arm == arm)
                        .map(Course::toFirst)
                        .toList())
                .toList();
    }

    /** All events, an arm a list. */
    List<List<RecurrentObservation>> recurrent() {
        return arms().mapToObj(arm -> courses.stream()
                        .filter(course -> course.arm == arm)
                        .flatMap(course -> course.rows().stream())
                        .toList())
                .toList();
    }

    /** A row a subject, with its arm as the only covariate. */
    List<RateObservation> rates() {
        return courses.stream()
                .map(course ->
                        new RateObservation(course.events.cardinality(), course.years(), List.of((double) course.arm)))
                .toList();
    }

    /** For another program: {@code subjects.csv} with a line a subject and {@code rows.csv} with a line a stretch at risk. */
    void write(Path folder) throws IOException {
        try (BufferedWriter subjects = Files.newBufferedWriter(folder.resolve("subjects.csv"));
                BufferedWriter rows = Files.newBufferedWriter(folder.resolve("rows.csv"))) {
            subjects.write("arm,time,failed,events,years\n");
            rows.write("subject,arm,after,time,events\n");
            for (Course course : courses) {
                subjects.write(course.arm + "," + course.first() + "," + (course.failed() ? 1 : 0) + ","
                        + course.events.cardinality() + "," + course.years() + "\n");
                for (RecurrentObservation row : course.rows()) {
                    rows.write(row.subject() + "," + course.arm + "," + row.after() + "," + row.time() + ","
                            + row.events() + "\n");
                }
            }
        }
    }

    private static IntStream arms() {
        return IntStream.rangeClosed(1, 2);
    }
}
