package org.trialog.query.statistics;

import org.trialog.query.statistics.CompetingObservation.End;

/**
 * How much one observation moves the incidences: the derivative of F += S·d/n and S *= 1 − d/n with respect to the
 * observation's weight, carried from day to day.
 */
final class IncidenceInfluence {

    private final CompetingObservation observation;
    private double onFree;
    private double onEvent;
    private double onDeath;

    IncidenceInfluence(CompetingObservation observation) {
        this.observation = observation;
    }

    double onEvent() {
        return onEvent;
    }

    double onDeath() {
        return onDeath;
    }

    /** @param free the share that was free of both before this day */
    void advance(double time, double atRisk, int events, int deaths, double free) {
        double eventHazard = events / atRisk;
        double deathHazard = deaths / atRisk;
        double eventChange = change(time, End.EVENT, eventHazard, atRisk);
        double deathChange = change(time, End.DEATH, deathHazard, atRisk);
        onEvent += onFree * eventHazard + free * eventChange;
        onDeath += onFree * deathHazard + free * deathChange;
        onFree = onFree * (1 - eventHazard - deathHazard) - free * (eventChange + deathChange);
    }

    private double change(double time, End end, double hazard, double atRisk) {
        if (!(observation.after() < time && time <= observation.time())) {
            return 0;
        }
        boolean happened = observation.end() == end && observation.time() == time;
        return ((happened ? 1 : 0) - hazard) / atRisk;
    }
}
