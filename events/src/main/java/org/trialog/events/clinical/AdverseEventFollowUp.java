package org.trialog.events.clinical;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.RecordId;

/**
 * More was learned of an adverse event: its course, a new judgement of the investigator, or the sponsor's opinion. What is
 * absent is as before. Reporting clocks look at the day of each follow-up: a case that turns fatal starts a second one.
 *
 * @param date when it was learned
 * @param of the adverse event
 * @param by whose judgement it is; the sponsor's opinion stands beside the investigator's and never replaces it (rule 34)
 * @param criteria those met now, of {@code serious}; empty is as before
 * @param relatedness the opinion of whoever {@code by} names
 */
public record AdverseEventFollowUp(
        ClinicalDate date,
        RecordId of,
        Assessor by,
        @Nullable ClinicalDate end,
        @Nullable CtcaeGrade grade,
        @Nullable Boolean serious,
        Set<SeriousnessCriterion> criteria,
        @Nullable Relatedness relatedness,
        @Nullable Expectedness expectedness,
        @Nullable AdverseEventOutcome outcome,
        @Nullable Personal<String> note)
        implements ClinicalRecord, Supplement {

    public AdverseEventFollowUp {
        criteria = Collections.unmodifiableSet(
                criteria == null || criteria.isEmpty()
                        ? EnumSet.noneOf(SeriousnessCriterion.class)
                        : EnumSet.copyOf(criteria));
    }

    @Override
    public AdverseEventFollowUp about(RecordId record) {
        return new AdverseEventFollowUp(
                date, record, by, end, grade, serious, criteria, relatedness, expectedness, outcome, note);
    }

    @Override
    public ClinicalRecord onto(ClinicalRecord record) {
        return record instanceof AdverseEvent event ? event.followedUp(this) : record;
    }
}
