package org.trialog.query.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

/**
 * An adverse event that is serious or of special interest, as it is known after its last follow-up.
 *
 * @param site that follows the subject, null when not recorded
 * @param relatedness the investigator's opinion
 * @param sponsorRelatedness the sponsor's: both are shown, the stronger one counts (rule 34)
 * @param specialInterest by the protocol's terms (rule 35)
 * @param exempt by the protocol from expedited reporting
 * @param susar a suspected unexpected serious adverse reaction
 * @param undecided what is missing to judge it: {@code relatedness}, {@code expectedness}, {@code awareOn}
 * @param reports of it that were sent by the day asked for, in the order in which they were recorded
 */
public record SafetyCase(
        SubjectId subject,
        @Nullable SiteId site,
        RecordId adverseEvent,
        ClinicalDate date,
        String term,
        boolean serious,
        Set<SeriousnessCriterion> criteria,
        @Nullable CtcaeGrade grade,
        @Nullable AdverseEventOutcome outcome,
        @Nullable Relatedness relatedness,
        @Nullable Relatedness sponsorRelatedness,
        @Nullable Expectedness expectedness,
        @Nullable ClinicalDate awareOn,
        boolean specialInterest,
        boolean exempt,
        boolean susar,
        List<String> undecided,
        List<ReportingClock> clocks,
        List<SentReport> reports) {

    public SafetyCase {
        undecided = List.copyOf(undecided);
        clocks = List.copyOf(clocks);
        reports = List.copyOf(reports);
    }

    static List<String> undecided(Course course) {
        AdverseEvent known = course.known();
        List<String> missing = new ArrayList<>();
        if (known.serious()) {
            if (known.relatedness() == null && known.sponsorRelatedness() == null) {
                missing.add("relatedness");
            }
            if (known.expectedness() == null) {
                missing.add("expectedness");
            }
        }
        if (course.serious() && course.siteClock().isEmpty()) {
            missing.add("awareOn");
        }
        return missing;
    }
}
