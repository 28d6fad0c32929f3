package org.trialog.query.statistics;

/**
 * One row of a survival table, one for each distinct last day.
 *
 * @param atRisk at risk on that day, those censored on it included
 * @param events observations that ended with an event; {@code censored} those that ended without
 */
public record SurvivalRow(
        double time,
        int atRisk,
        int events,
        int censored,
        double estimate,
        Estimate standardError,
        Interval interval) {}
