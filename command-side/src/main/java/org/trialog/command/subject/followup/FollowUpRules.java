package org.trialog.command.subject.followup;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.FRACTURE;

import java.util.List;
import java.util.stream.Stream;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.value.DateRange;

/** Rule 26: "nothing happened" agrees with the records; what was not asked contradicts nothing. */
public final class FollowUpRules {
    private FollowUpRules() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(26, "status-contradicts-records")
                .heeding(FRACTURE, ADVERSE_EVENT)
                .on(FollowUp.class, FollowUpRules::contradicts));
    }

    private static List<Finding> contradicts(FollowUp followUp, Matter matter) {
        if (followUp.answer() != FollowUpAnswer.NONE) {
            return List.of();
        }
        DateRange asked = new DateRange(followUp.from(), followUp.through());
        boolean contradicted = within(followUp, FollowUpKind.FRACTURE, Fracture.class, asked, matter)
                || within(followUp, FollowUpKind.ADVERSE_EVENT, AdverseEvent.class, asked, matter);
        return contradicted
                ? List.of(Finding.doubt(
                                26,
                                "status-contradicts-records",
                                "The status says that nothing happened in a period in which something is recorded.")
                        .at("answer"))
                : List.of();
    }

    private static boolean within(
            FollowUp followUp,
            FollowUpKind kind,
            Class<? extends ClinicalRecord> type,
            DateRange asked,
            Matter matter) {
        Stream<? extends Held<?>> held = matter.state().standing(type).stream();
        return followUp.covers(kind)
                && held.flatMap(one -> matter.range(one.details().date()).stream())
                        .anyMatch(date -> Certainty.outside(date, asked, asked) == Certainty.NO);
    }
}
