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
 * @param relatedness the investigator's opinion, null when not given
 * @param sponsorRelatedness the sponsor's, from its own follow-up: stands beside the investigator's (rule 34)
 * @param expectedness whether the reference safety information lists it
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
        @Nullable RecordId visit,
        @Nullable Relatedness sponsorRelatedness,
        @Nullable Expectedness expectedness)
        implements ClinicalRecord, AtVisit {

    public AdverseEvent {
        criteria = Collections.unmodifiableSet(
                criteria == null || criteria.isEmpty()
                        ? EnumSet.noneOf(SeriousnessCriterion.class)
                        : EnumSet.copyOf(criteria));
    }

    /** As first reported by a site, or by a source that says no more. */
    public AdverseEvent(
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
            @Nullable RecordId visit) {
        this(
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
                visit,
                null,
                null);
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
                visited,
                sponsorRelatedness,
                expectedness);
    }

    /** The same once a follow-up is known: what that leaves out stays. */
    AdverseEvent followedUp(AdverseEventFollowUp further) {
        boolean sponsor = further.by() == Assessor.SPONSOR;
        return new AdverseEvent(
                date,
                or(further.end(), end),
                term,
                reportedTerm,
                systemOrganClass,
                or(further.grade(), grade),
                further.serious() == null ? serious : further.serious(),
                further.criteria().isEmpty() ? criteria : further.criteria(),
                sponsor ? relatedness : or(further.relatedness(), relatedness),
                or(further.outcome(), outcome),
                awareOn,
                visit,
                sponsor ? or(further.relatedness(), sponsorRelatedness) : sponsorRelatedness,
                or(further.expectedness(), expectedness));
    }

    private static <T> @Nullable T or(@Nullable T further, @Nullable T before) {
        return further == null ? before : further;
    }
}
