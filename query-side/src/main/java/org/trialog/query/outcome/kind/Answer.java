package org.trialog.query.outcome.kind;

import java.util.List;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.statistics.Estimate;

/** How one kind of outcome answers its question of a cohort. */
interface Answer {

    Part of(Stratum stratum);

    /** The estimate alone, for sensitivity: the same as that of the whole answer. */
    Estimate estimate(Stratum stratum);

    /** Of every other group with the first one. */
    List<Comparison> comparisons();

    /** What stands behind the numbers in one subject. */
    default Behind.Subject behind(Member member) {
        return Trail.of(member);
    }

    /** Whether the date of a value, not of an event, had to be placed. */
    default boolean partialValues() {
        return false;
    }

    /** In words, with the interval's. */
    String method();

    /**
     * The answer for one group.
     *
     * @param events as the kind counts them
     * @param days of person-time
     */
    record Part(
            long events,
            long days,
            Estimate estimate,
            Estimate lower,
            Estimate upper,
            Numbers numbers,
            List<String> warnings) {

        public Part {
            warnings = List.copyOf(warnings);
        }
    }
}
