package org.trialog.command.subject.safety;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT_FOLLOW_UP;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.CtcaeGrade;

/**
 * What is learned later of an adverse event. Rule 31: a case that turns fatal is serious. Rule 34: the sponsor gives its
 * opinion and nothing else; one that is weaker than the investigator's is kept beside it and flagged.
 */
public final class FollowUpOfEventRules {
    private FollowUpOfEventRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "event-follow-up-empty").on(AdverseEventFollowUp.class, FollowUpOfEventRules::empty),
                Rule.number(31, "fatal-not-serious")
                        .heedingAmendingOf(EnumSet.of(ADVERSE_EVENT, ADVERSE_EVENT_FOLLOW_UP))
                        .on(AdverseEventFollowUp.class, FollowUpOfEventRules::fatalNotSerious),
                Rule.number(34, "sponsor-opinion-only")
                        .on(AdverseEventFollowUp.class, FollowUpOfEventRules::beyondOpinion),
                Rule.number(34, "sponsor-opinion-weaker")
                        .heeding(ADVERSE_EVENT_FOLLOW_UP)
                        .heedingAmendingOf(EnumSet.of(ADVERSE_EVENT))
                        .on(AdverseEventFollowUp.class, FollowUpOfEventRules::weaker));
    }

    private static List<Finding> empty(AdverseEventFollowUp further, Matter matter) {
        return course(further)
                        || further.relatedness() != null
                        || further.expectedness() != null
                        || further.note() != null
                ? List.of()
                : List.of(Finding.wrong(
                        0,
                        "event-follow-up-empty",
                        "A follow-up says what was learned: add it, or leave the follow-up out."));
    }

    /** Judged on the case as it stands with this follow-up, and only where this one has to do with it. */
    private static List<Finding> fatalNotSerious(AdverseEventFollowUp further, Matter matter) {
        boolean fatal = further.outcome() == AdverseEventOutcome.FATAL
                || CtcaeGrade.DEATH.equals(further.grade())
                || further.criteria().contains(SeriousnessCriterion.DEATH);
        boolean concerned = fatal || Boolean.FALSE.equals(further.serious());
        return concerned
                        && event(further, matter)
                                .filter(event -> event.fatal() && !event.serious())
                                .isPresent()
                ? List.of(Finding.wrong(
                                31,
                                "fatal-not-serious",
                                "An adverse event with a fatal outcome or grade 5 is serious: mark it as serious.")
                        .at("serious"))
                : List.of();
    }

    private static List<Finding> beyondOpinion(AdverseEventFollowUp further, Matter matter) {
        return further.by() == Assessor.SPONSOR && course(further)
                ? List.of(Finding.wrong(
                                34,
                                "sponsor-opinion-only",
                                "The sponsor says whether the event is related and expected: what happened is the"
                                        + " site's to record, so open a query.")
                        .at("by"))
                : List.of();
    }

    private static List<Finding> weaker(AdverseEventFollowUp further, Matter matter) {
        @Nullable Relatedness sponsors = further.relatedness();
        @Nullable
        Relatedness investigators =
                event(further, matter).map(AdverseEvent::relatedness).orElse(null);
        return further.by() == Assessor.SPONSOR
                        && sponsors != null
                        && investigators != null
                        && weaker(sponsors, investigators)
                ? List.of(Finding.doubt(
                                34,
                                "sponsor-opinion-weaker",
                                "The sponsor sees less of a relation than the investigator: both opinions are kept, and"
                                        + " the stronger one is reported.")
                        .at("relatedness")
                        .with("investigator", investigators)
                        .with("sponsor", sponsors))
                : List.of();
    }

    /** An unknown relation is neither stronger nor weaker. */
    private static boolean weaker(Relatedness one, Relatedness other) {
        Set<Relatedness> known = EnumSet.complementOf(EnumSet.of(Relatedness.UNKNOWN));
        return known.contains(one) && known.contains(other) && one.compareTo(other) > 0;
    }

    /** Whether it tells of the course of the event, and not only what somebody thinks of it. */
    private static boolean course(AdverseEventFollowUp further) {
        return further.end() != null
                || further.grade() != null
                || further.serious() != null
                || !further.criteria().isEmpty()
                || further.outcome() != null;
    }

    private static Optional<AdverseEvent> event(AdverseEventFollowUp further, Matter matter) {
        return matter.state()
                .record(further.of())
                .filter(held -> !held.retracted())
                .map(Held::details)
                .filter(AdverseEvent.class::isInstance)
                .map(AdverseEvent.class::cast);
    }
}
