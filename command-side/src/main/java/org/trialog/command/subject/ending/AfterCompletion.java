package org.trialog.command.subject.ending;

import static org.trialog.events.clinical.RecordKind.COMPLETION;
import static org.trialog.events.clinical.RecordKind.SCREEN_FAILURE;

import java.util.List;
import java.util.Optional;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Supplement;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/**
 * Rule 22: who has completed follow-up is followed no more. Serious adverse events, death and deviations stay open, as does
 * all that is dated earlier, and what more is learned of it. Who failed screening makes none of the planned visits.
 */
public final class AfterCompletion {
    private AfterCompletion() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(22, "after-completion")
                        .heeding(COMPLETION)
                        .on(ConsentCover.CLINICAL_DATA, AfterCompletion::afterCompletion),
                Rule.number(0, "visit-after-screen-failure")
                        .heeding(SCREEN_FAILURE)
                        .on(Visit.class, AfterCompletion::afterScreenFailure));
    }

    private static List<Finding> afterCompletion(Matter matter) {
        Optional<ClinicalDate> completed = matter.last(Completion.class).map(Completion::date);
        if (completed.isEmpty() || ConsentCover.seriousEvent(matter) || matter.details() instanceof Supplement) {
            return List.of();
        }
        return after(matter, completed.get()).raise(() -> Finding.breach(
                        22,
                        "after-completion",
                        "It is dated after follow-up was completed: nothing more is collected then.")
                .at("date")
                .with("completed", completed.get()));
    }

    private static List<Finding> afterScreenFailure(Visit visit, Matter matter) {
        Optional<ClinicalDate> failed = matter.last(ScreenFailure.class).map(ScreenFailure::date);
        if (failed.isEmpty() || visit.type() == VisitType.UNSCHEDULED) {
            return List.of();
        }
        return after(matter, failed.get()).raise(() -> Finding.doubt(
                        0, "visit-after-screen-failure", "A planned visit of a subject that had failed screening.")
                .at("date")
                .with("failed", failed.get()));
    }

    private static Certainty after(Matter matter, ClinicalDate end) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> limit = matter.range(end);
        return date.isEmpty() || limit.isEmpty() ? Certainty.NO : Certainty.after(date.get(), limit.get());
    }
}
