package org.trialog.query.statistics;

/**
 * The curve read at a time.
 *
 * @param estimate not estimable beyond the last follow-up, unless the curve has reached 0
 * @param atRisk at risk at that time itself; below 3 a reader should be warned
 */
public record SurvivalAt(double time, int atRisk, Estimate estimate, Estimate standardError, Interval interval) {}
