package org.trialog.command.subject;

import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Acceptance.Touched;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.subject.SealedField;
import org.trialog.events.subject.SubjectEvent;

/**
 * Rule 43: trial data are not erased while retention runs (GDPR article 17(3) gives way to that duty); what can be had is
 * restriction.
 *
 * <p>While processing is restricted, birth dates and words are kept and shown to nobody. The clinical record under the
 * subject's code, its figures, and recording go on: article 18(2) leaves processing for reasons of important public
 * interest open, and the law on trials demands a complete record of everybody who was dosed, safety reports above all.
 */
final class Restricting {

    private static final int RULE = 43;

    private Restricting() {}

    static Draft restrict(int act, SubjectState state, Act.Restrict restrict) {
        if (state.version() == 0) {
            return unknown(act);
        }
        return state.privacy().restricted()
                ? wrong(
                        act,
                        "restricted-already",
                        "The processing of this subject's personal data is restricted already.")
                : aside(new ProcessingRestricted(restrict.reason().code()), restrict.reason());
    }

    static Draft lift(int act, SubjectState state, Act.LiftRestriction lift) {
        if (state.version() == 0) {
            return unknown(act);
        }
        return state.privacy().restricted()
                ? aside(new RestrictionLifted(lift.reason().code()), lift.reason())
                : wrong(act, "not-restricted", "The processing of this subject's personal data is not restricted.");
    }

    /** Whoever asks, and whatever the subject's state: the period runs from the end of the trial. */
    static Draft erase(int act, SubjectState state) {
        return state.version() == 0
                ? unknown(act)
                : wrong(
                        act,
                        "retention-runs",
                        "Trial data are not erased while retention runs: at least 25 years after the end of the trial"
                                + " (Regulation (EU) 536/2014, article 58), and 30 years for what traces the cells."
                                + " Restrict their processing ('restriction'), and redact what was entered in error"
                                + " ('redactions').");
    }

    private static Draft aside(SubjectEvent fact, Reason reason) {
        return new Draft.Aside(fact, reason, new Touched("subject", SealedField.SUBJECT));
    }

    private static Draft unknown(int act) {
        return new Draft.Impossible(
                act,
                Finding.unintelligible(0, "subject-unknown", "There is no subject of that number: screen it first."),
                null);
    }

    private static Draft wrong(int act, String code, String sentence) {
        return new Draft.Impossible(act, Finding.unintelligible(RULE, code, sentence), null);
    }
}
