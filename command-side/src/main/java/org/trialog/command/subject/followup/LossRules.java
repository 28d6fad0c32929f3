package org.trialog.command.subject.followup;

import static org.trialog.events.clinical.RecordKind.CONTACT_REGAIN;
import static org.trialog.events.clinical.RecordKind.LOSS_TO_FOLLOW_UP;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.ContactRegain;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Visit;
import org.trialog.events.value.DateRange;

/** Rule 25: who is lost was sought; contact regained reopens; who is seen again without it is not lost. */
public final class LossRules {
    private LossRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(25, "contact-not-sought").on(LossToFollowUp.class, LossRules::notSought),
                Rule.number(25, "seen-after-loss")
                        .heeding(LOSS_TO_FOLLOW_UP, CONTACT_REGAIN)
                        .on(Visit.class, (visit, matter) -> seenAfterLoss(matter)),
                Rule.number(25, "regained-without-loss")
                        .heeding(LOSS_TO_FOLLOW_UP)
                        .on(ContactRegain.class, (regain, matter) -> withoutLoss(matter)));
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
        Optional<DateRange> date = matter.range();
        return matter.state().standing(LossToFollowUp.class).stream()
                .map(Held::details)
                .flatMap(loss -> seen(date, matter.range(loss.date()), matter)
                        .raise(() -> Finding.doubt(
                                        25,
                                        "seen-after-loss",
                                        "The subject was seen after being lost to follow-up: record that contact was"
                                                + " regained.")
                                .at("date")
                                .with("lost", loss.date()))
                        .stream())
                .limit(1)
                .toList();
    }

    private static Certainty seen(Optional<DateRange> date, Optional<DateRange> lost, Matter matter) {
        if (date.isEmpty() || lost.isEmpty()) {
            return Certainty.NO;
        }
        boolean regained = matter.state().standing(ContactRegain.class).stream()
                .flatMap(held -> matter.range(held.details().date()).stream())
                .anyMatch(regain -> !regain.surelyBefore(lost.get()) && !regain.surelyAfter(date.get()));
        return regained ? Certainty.NO : Certainty.after(date.get(), lost.get());
    }

    private static List<Finding> withoutLoss(Matter matter) {
        Optional<DateRange> date = matter.range();
        boolean lost = matter.state().standing(LossToFollowUp.class).stream()
                .map(held -> matter.range(held.details().date()))
                .anyMatch(
                        loss -> loss.isEmpty() || date.isEmpty() || !loss.get().surelyAfter(date.get()));
        return lost
                ? List.of()
                : List.of(Finding.wrong(
                        25,
                        "regained-without-loss",
                        "The subject was not lost to follow-up by then: record the visit or the call instead."));
    }
}
