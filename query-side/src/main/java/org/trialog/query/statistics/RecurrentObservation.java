package org.trialog.query.statistics;

/**
 * One stretch at risk of one subject that may have any number of events: at risk at every t with {@code after < t <=
 * time}. A subject has as many rows as it has days with events, and one more to where its risk ended; after a gap, or from
 * another dose, it has further ones.
 *
 * @param time the day of the events, of death or of censoring; who is censored or dies at t is at risk at t
 * @param events how many happened at {@code time}, all of which count
 * @param died whether the subject died at {@code time}; an event on the day of death counts
 */
public record RecurrentObservation(String subject, double after, double time, int events, boolean died) {

    public RecurrentObservation {
        Observation.requireTimeAtRisk(after, time);
        if (events < 0) {
            throw new IllegalArgumentException("An observation has " + events + " events");
        }
    }
}
