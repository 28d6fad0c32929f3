package org.trialog.query.statistics;

/**
 * One stretch of time at risk, in days from the anchor: at risk at every t with {@code after < t <= time}.
 *
 * @param after the moment after which the risk began; a subject under observation <em>on</em> day e has after = e − ½
 * @param time the last day at risk: that of the event, or of censoring (who is censored at t is at risk at t)
 * @param events how many events happened at {@code time}; 0 means censored
 */
public record Observation(double after, double time, int events) {

    public Observation {
        requireTimeAtRisk(after, time);
        if (events < 0) {
            throw new IllegalArgumentException("An observation has " + events + " events");
        }
    }

    /** At risk from the anchor's own day, which is day 0 and included: an event on day 0 counts. */
    public static Observation fromAnchor(double time, int events) {
        return lateEntry(0, time, events);
    }

    /**
     * At risk from the entry day on, that day included: under observation on that day, an event of that day counts.
     * R drops rows of no length, so the same row is {@code Surv(entry - 0.5, time, event)} there.
     */
    public static Observation lateEntry(double entryDay, double time, int events) {
        return new Observation(entryDay - 0.5, time, events);
    }

    /** A row of split time, R's {@code Surv(start, stop, event)}: the start itself belongs to the row before. */
    public static Observation split(double start, double stop, int events) {
        return new Observation(start, stop, events);
    }

    /** Two events on one day end the time to the first of them once. */
    public boolean failed() {
        return events > 0;
    }

    boolean atRisk(double t) {
        return after < t && t <= time;
    }

    static void requireTimeAtRisk(double after, double time) {
        if (!(Double.isFinite(after) && Double.isFinite(time) && after < time)) {
            throw new IllegalArgumentException("An observation from " + after + " to " + time + " has no time at risk");
        }
    }
}
