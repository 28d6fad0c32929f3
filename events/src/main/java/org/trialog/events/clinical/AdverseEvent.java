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
 * An untoward medical occurrence, related or not.
 *
 * @param date onset
 * @param end null while it lasts or when unknown
 * @param term the standard (dictionary) term; never a narrative
 * @param reportedTerm the reporter's own words
 * @param systemOrganClass the dictionary's class of the term
 * @param serious as reported; the criteria say why
 * @param relatedness the reporter's opinion, null when not given
 * @param awareOn when the site learned of it: reporting clocks run from here
 */
public record AdverseEvent(
        ClinicalDate date,
        @Nullable ClinicalDate end,
        String term,
        @Nullable Personal<String> reportedTerm,
        @Nullable String systemOrganClass,
        @Nullable CtcaeGrade grade,
        boolean serious,
        Set<SeriousnessCriterion> criteria,
        @Nullable Relatedness relatedness,
        @Nullable AdverseEventOutcome outcome,
        @Nullable ClinicalDate awareOn,
        @Nullable RecordId visit)
        implements ClinicalRecord, AtVisit {

    public AdverseEvent {
        criteria = Collections.unmodifiableSet(
                criteria == null || criteria.isEmpty()
                        ? EnumSet.noneOf(SeriousnessCriterion.class)
                        : EnumSet.copyOf(criteria));
    }

    /** Fatal by outcome, by grade or by criterion. */
    public boolean fatal() {
        return outcome == AdverseEventOutcome.FATAL
                || CtcaeGrade.DEATH.equals(grade)
                || criteria.contains(SeriousnessCriterion.DEATH);
    }

    @Override
    public AdverseEvent at(RecordId visited) {
        return new AdverseEvent(
                date,
                end,
                term,
                reportedTerm,
                systemOrganClass,
                grade,
                serious,
                criteria,
                relatedness,
                outcome,
                awareOn,
                visited);
    }
}
