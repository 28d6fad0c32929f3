package org.trialog.query.outcome.kind;

import java.util.List;
import org.trialog.query.outcome.figure.Behind;

/** What a proportion is of. */
interface Judge {

    Verdict of(Member member);

    Behind.Subject behind(Member member);

    /** In words: who counts as yes, as no, and as neither. */
    String rule();

    /** Whether a date of a value had to be placed. */
    default boolean partialValues(Cohort cohort) {
        return false;
    }

    default List<String> warnings(Stratum stratum) {
        return List.of();
    }
}
