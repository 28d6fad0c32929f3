package org.trialog.query.statistics;

/**
 * Events of one group, over its subjects or over its person-time.
 *
 * @param of subjects, or person-time; need not be whole: a control group that serves two comparisons is halved
 */
public record Counts(double events, double of) {

    public Counts {
        if (!(events >= 0) || !(of > 0)) {
            throw new IllegalArgumentException("No group: %s events of %s".formatted(events, of));
        }
    }

    public Counts with(Counts other) {
        return new Counts(events + other.events, of + other.of);
    }

    public Counts dividedBy(int comparisons) {
        return new Counts(events / comparisons, of / comparisons);
    }
}
