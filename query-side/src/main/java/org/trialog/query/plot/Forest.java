package org.trialog.query.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;

/**
 * What a forest plot shows, line by line.
 *
 * @param measure of the effect with its unit, in words: {@code mean difference in WOMAC points}
 * @param logarithmic whether the axis is; then every effect and limit is above 0
 * @param noEffect where nothing differs, 1 of a ratio and 0 of a difference; null when there is no such value
 * @param below what a value below {@code noEffect} speaks for, in words; empty when it speaks for nothing
 * @param above the same of a value above
 * @param lines from above
 * @param notes below the plot, such as how different the studies are
 */
public record Forest(
        String measure,
        boolean logarithmic,
        @Nullable Double noEffect,
        String below,
        String above,
        List<Line> lines,
        List<String> notes) {

    public Forest {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** A line of a forest plot. */
    public sealed interface Line {
        String label();
    }

    /** The name of a subgroup, above its lines. */
    public record Heading(String label) implements Line {}

    /**
     * One study, or one group of a study.
     *
     * @param key what the page finds it by
     * @param numbers what the estimate is made of, in words: {@code 7 in 14.2 years}
     * @param weight per cent of the pooled effect; null where nothing is pooled
     */
    public record Single(
            String key,
            String label,
            String numbers,
            Estimate effect,
            Interval interval,
            @Nullable Double weight) implements Line {}

    /**
     * Several studies in one.
     *
     * @param prediction where the effect of a further study lies; null when it is not given
     */
    public record Pooled(
            String label,
            String numbers,
            Estimate effect,
            Interval interval,
            @Nullable Interval prediction) implements Line {}
}
