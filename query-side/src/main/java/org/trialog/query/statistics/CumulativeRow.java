package org.trialog.query.statistics;

/**
 * One row of a mean cumulative function: one for each distinct day with events, and the last day at risk.
 *
 * @param atRisk at risk on that day, those whose risk ends on it included
 * @param estimate events a subject has had on average by then
 */
public record CumulativeRow(
        double time, int atRisk, int events, double estimate, Estimate standardError, Interval interval) {}
