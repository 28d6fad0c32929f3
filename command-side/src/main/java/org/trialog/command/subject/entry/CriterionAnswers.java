package org.trialog.command.subject.entry;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.EligibilityAssessment;

/** Whether a criterion was found to be met: by the last assessment of eligibility, else by a covariate of its name. */
final class CriterionAnswers {
    private static final Set<String> NO = Set.of("no", "n", "false", "not-met");

    private CriterionAnswers() {}

    /** Unknown when nobody has said. */
    static CriterionAnswer of(Matter matter, String criterion) {
        @Nullable
        CriterionAnswer assessed = matter.last(EligibilityAssessment.class)
                .map(assessment -> assessment.criteria().get(criterion))
                .orElse(null);
        return assessed == null ? byCovariate(matter, criterion) : assessed;
    }

    private static CriterionAnswer byCovariate(Matter matter, String criterion) {
        return matter.state().standing(Covariate.class).stream()
                .map(Held::details)
                .filter(covariate -> covariate.code().equals(criterion))
                .map(covariate -> NO.contains(covariate.value().toLowerCase(Locale.ROOT))
                        ? CriterionAnswer.NOT_MET
                        : CriterionAnswer.MET)
                .reduce((older, newer) -> newer)
                .orElse(CriterionAnswer.UNKNOWN);
    }
}
