package org.trialog.query.statistics;

/**
 * A mean cumulative function read at a time.
 *
 * @param atRisk at risk at that time itself
 * @param estimate not estimable beyond the last follow-up, unless everybody has died by then and death is terminal
 */
public record CumulativeAt(double time, int atRisk, Estimate estimate, Estimate standardError, Interval interval) {

    static CumulativeAt none(double time, String reason) {
        Estimate none = Estimate.none(reason);
        return new CumulativeAt(time, 0, none, none, Interval.none(reason, MeanCumulativeFunction.LOG));
    }
}
