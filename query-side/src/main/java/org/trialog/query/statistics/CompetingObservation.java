package org.trialog.query.statistics;

/**
 * One stretch at risk that ended with the event, with death before it, or with neither; times as in {@link Observation}.
 */
public record CompetingObservation(double after, double time, End end) {

    /** How the stretch ended. An event on the day of death is an event. */
    public enum End {
        CENSORED,
        EVENT,
        DEATH
    }

    public CompetingObservation {
        Observation.requireTimeAtRisk(after, time);
    }

    /** At risk from the anchor's own day, which is day 0 and included. */
    public static CompetingObservation fromAnchor(double time, End end) {
        return lateEntry(0, time, end);
    }

    /** At risk from the entry day on, that day included. */
    public static CompetingObservation lateEntry(double entryDay, double time, End end) {
        return new CompetingObservation(entryDay - 0.5, time, end);
    }

    /** The same with death taken as censoring, as Kaplan-Meier takes it. */
    public Observation censoredAtDeath() {
        return new Observation(after, time, end == End.EVENT ? 1 : 0);
    }

    /** The same with event and death alike. */
    Observation either() {
        return new Observation(after, time, end == End.CENSORED ? 0 : 1);
    }
}
