package org.trialog.command.subject.followup;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.FRACTURE;
import static org.trialog.events.clinical.RecordKind.LOSS_TO_FOLLOW_UP;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Visit;
import org.trialog.events.value.DateRange;

/** Rule 25: who is lost was sought; who is seen again is not lost. Rule 26: "nothing happened" agrees with the records. */
public final class FollowUpRules {
    private FollowUpRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(25, "contact-not-sought").on(LossToFollowUp.class, FollowUpRules::notSought),
                Rule.number(25, "seen-after-loss")
                        .heeding(LOSS_TO_FOLLOW_UP)
                        .on(Visit.class, (visit, matter) -> seenAfterLoss(matter)),
                Rule.number(26, "status-contradicts-records")
                        .heeding(FRACTURE, ADVERSE_EVENT)
                        .on(FollowUp.class, FollowUpRules::contradicts));
    }

    private static List<Finding> notSought(LossToFollowUp loss, Matter matter) {
        @Nullable Integer attempts = loss.contactAttempts();
        return attempts == null || attempts < 1
                ? List.of(Finding.doubt(
                                25, "contact-not-sought", "Lost to follow-up without a recorded attempt at contact.")
                        .at("contactAttempts"))
                : List.of();
    }

    private static List<Finding> seenAfterLoss(Matter matter) {
        return matter.last(LossToFollowUp.class)
                .flatMap(loss -> matter.range(loss.date())
                        .flatMap(lost -> matter.range().map(date -> Certainty.after(date, lost)))
                        .map(after -> after.raise(() -> Finding.doubt(
                                        25,
                                        "seen-after-loss",
                                        "The subject was seen after being lost to follow-up: contact was regained.")
                                .at("date")
                                .with("lost", loss.date()))))
                .orElse(List.of());
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
