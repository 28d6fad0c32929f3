package org.trialog.query.outcome.kind;

import java.util.List;
import org.trialog.query.outcome.figure.Behind.Counted;

/**
 * Whether something holds of a subject.
 *
 * @param why where it does not, or is not known
 * @param counted what it rests on
 */
record Verdict(Says says, String why, List<Counted> counted) {

    enum Says {
        YES,
        NO,
        UNDETERMINED
    }

    static Verdict yes(List<Counted> counted) {
        return new Verdict(Says.YES, "", counted);
    }

    static Verdict no(String why, List<Counted> counted) {
        return new Verdict(Says.NO, why, counted);
    }

    static Verdict undetermined(String why, List<Counted> counted) {
        return new Verdict(Says.UNDETERMINED, why, counted);
    }
}
