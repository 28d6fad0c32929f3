package org.trialog.query.outcome.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.statistics.Estimate;

/**
 * The numbers of one group.
 *
 * @param subjects those in the estimate
 * @param excluded those of the group who are left out, with the reason
 * @param events what was counted within the window and confirmed time
 * @param range least and greatest count over all placements of partial dates
 * @param personDays confirmed time within the window
 * @param lower of the 95 % interval
 * @param sensitivity null when no date is partial
 */
public record Group(
        String group,
        int subjects,
        List<Excluded> excluded,
        long events,
        Range range,
        long personDays,
        Estimate estimate,
        Estimate lower,
        Estimate upper,
        @Nullable Sensitivity sensitivity,
        Numbers numbers) {

    /** Days in a year of rates. */
    public static final double YEAR = 365.25;

    public Group {
        excluded = List.copyOf(excluded);
    }

    public double personYears() {
        return personDays / YEAR;
    }

    /** A subject that is left out. */
    public record Excluded(String subject, String reason) {}

    /** Least and greatest count. */
    public record Range(long minimum, long maximum) {}

    /** The estimate with every partial date at its earliest and at its latest; these are not bounds. */
    public record Sensitivity(Estimate earliest, Estimate latest) {}
}
