package org.trialog.events.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Located.Place;
import org.trialog.events.protocol.ProtocolProblem.Finding;

/** Gathers what is wrong and what is doubtful in a definition whose form is right. */
final class Findings {

    /** Durations are compared on an ordinary calendar, from a day after which no month end interferes. */
    private static final LocalDate ORDINARY = LocalDate.of(2001, 1, 1);

    private final ShapeReader reader;
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> doubtful = new ArrayList<>();

    /** @param reader that read the definition, and knows where what stands */
    Findings(ShapeReader reader) {
        this.reader = reader;
    }

    /** Whether a key stands in the file with a value. */
    boolean given(String path) {
        return reader.given(path);
    }

    List<Finding> wrong() {
        return inOrder(wrong);
    }

    List<Finding> doubtful() {
        return inOrder(doubtful);
    }

    void wrong(String path, String sentence) {
        wrong.add(finding(path, sentence));
    }

    void wrongIf(boolean condition, String path, String sentence) {
        if (condition) {
            wrong(path, sentence);
        }
    }

    void doubtfulIf(boolean condition, String path, String sentence) {
        if (condition) {
            doubtful.add(finding(path, sentence));
        }
    }

    /** Reports every name of the list that stands a second time. */
    <T> void unique(List<T> items, Function<T, String> name, String path, String key) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < items.size(); index++) {
            String named = name.apply(items.get(index));
            if (!seen.add(named)) {
                String at = path + "[" + index + "]";
                wrong(key.isEmpty() ? at : at + "." + key, "'%s' stands twice in %s".formatted(named, path));
            }
        }
    }

    /** A window of days must not end before it starts. */
    void ordered(@Nullable DayWindow window, String path) {
        wrongIf(
                window != null && days(window.after()) < days(window.before()),
                path,
                "the window ends before it starts: write it as [P-14D, P14D]");
    }

    /** Days of a duration, for comparing durations. */
    static long days(Period period) {
        return ORDINARY.plus(period).toEpochDay() - ORDINARY.toEpochDay();
    }

    private Finding finding(String path, String sentence) {
        Place place = reader.placeOf(path);
        return new Finding(place.line(), place.column(), path, sentence);
    }

    private static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }
}
