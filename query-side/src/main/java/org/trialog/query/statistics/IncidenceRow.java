package org.trialog.query.statistics;

/**
 * One row of a cumulative incidence table, one for each distinct last day.
 *
 * @param free the share that has neither had the event nor died
 */
public record IncidenceRow(
        double time, int atRisk, int events, int deaths, int censored, double free, Incidence event, Incidence death) {}
