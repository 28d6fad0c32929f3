package org.trialog.command.subject.family;

import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;

import java.util.List;
import java.util.Optional;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.PregnancyEnd;
import org.trialog.events.clinical.PregnancyOutcome;
import org.trialog.events.value.DateRange;

/** Rule 17, as a doubt: how a pregnancy ended agrees with the birth. */
public final class PregnancyOutcomeRules {
    private PregnancyOutcomeRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "pregnancy-not-dated")
                        .heeding(PREGNANCY)
                        .on(PregnancyOutcome.class, (outcome, matter) -> notDated(matter)),
                Rule.number(17, "outcome-contradicts-birth")
                        .heeding(BIRTH)
                        .on(PregnancyOutcome.class, PregnancyOutcomeRules::contradicts));
    }

    private static List<Finding> notDated(Matter matter) {
        return matter.has(Pregnancy.class)
                ? List.of()
                : List.of(
                        Finding.wrong(0, "pregnancy-not-dated", "No pregnancy is recorded: record its dating first."));
    }

    /** The outcome unknown contradicts nothing. */
    private static List<Finding> contradicts(PregnancyOutcome outcome, Matter matter) {
        Optional<DateRange> birth = matter.birth();
        Optional<DateRange> ended = matter.range();
        if (birth.isEmpty() || outcome.outcome() == PregnancyEnd.UNKNOWN) {
            return List.of();
        }
        boolean anotherDay =
                ended.isPresent() && Certainty.outside(ended.get(), birth.get(), birth.get()) == Certainty.SURELY;
        return outcome.outcome() != PregnancyEnd.LIVE_BIRTH || anotherDay
                ? List.of(Finding.doubt(
                                17,
                                "outcome-contradicts-birth",
                                "The outcome of the pregnancy and the birth that is recorded cannot both be right.")
                        .at(anotherDay ? "date" : "outcome"))
                : List.of();
    }
}
