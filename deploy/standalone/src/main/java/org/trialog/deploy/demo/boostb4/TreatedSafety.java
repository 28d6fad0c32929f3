package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.trialog.deploy.demo.story.Deed;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Expectedness;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/** What else befell the treated children: adverse events, some serious, operations and first steps. */
final class TreatedSafety {

    /** The event that a follow-up or a report is about is named when its story is told. */
    private static final RecordId EVENT_UNSAID = new RecordId("adverse-event-0");

    private final TreatedChild child;
    private final Story story;
    private final Course course;
    private final DoseSeries series;

    TreatedSafety(TreatedChild child, Story story, Course course, DoseSeries series) {
        this.child = child;
        this.story = story;
        this.course = course;
        this.series = series;
    }

    void tell() {
        LocalDate cold = series.last().plusDays(40L + story.random().nextInt(60));
        course.happened(cold.plusDays(14), Safety.mild(story, cold));
        switch (child.subject().value()) {
            case "NL-001" -> course.happened(series.day(2), Safety.infusionReaction(story, series.day(2)));
            case "SE-003" -> {
                LocalDate day = series.day(1).plusDays(50);
                reported(day, 9, day.plusDays(2), "Pneumonia", 3, SeriousnessCriterion.HOSPITALISATION);
            }
            case "UK-002" -> {
                LocalDate day = series.day(3).plusDays(33);
                AdverseEvent late = reported(
                        day,
                        12,
                        day.plusDays(4),
                        "Bronchiolitis",
                        4,
                        SeriousnessCriterion.HOSPITALISATION,
                        SeriousnessCriterion.LIFE_THREATENING);
                story.office(
                        day.plusDays(15), new Deed.Adds(late, report(day.plusDays(15), Addressee.ETHICS_COMMITTEE)));
            }
            case "NL-004" -> followed(series.day(2));
            case "SE-006" -> serious(series.day(1), 0, "Foetal bradycardia", 3, SeriousnessCriterion.LIFE_THREATENING);
            case "NL-005" ->
                serious(child.birth().plusDays(1), 14, "Premature birth", 2, SeriousnessCriterion.HOSPITALISATION);
            case "SE-002" -> {
                LocalDate steps = series.last().plusMonths(14);
                story.record(steps.plusDays(30), new ClinicalEvent(ClinicalDate.on(steps), null, "first-steps", null));
            }
            case "DE-001", "SE-001" -> {
                LocalDate rodding = series.last().plusMonths(26);
                story.record(
                        rodding.plusDays(8),
                        new ClinicalEvent(
                                ClinicalDate.on(rodding), null, "rodding-surgery", story.words("left femur")));
            }
            default -> {}
        }
    }

    /** Reported while it lasts; its end and the sponsor's opinion come later and stand beside the report. */
    private void followed(LocalDate day) {
        course.knownOf(day);
        AdverseEvent reported = Safety.serious(
                day,
                null,
                "Hypersensitivity",
                2,
                Relatedness.POSSIBLE,
                AdverseEventOutcome.RECOVERING,
                Set.of(SeriousnessCriterion.IMPORTANT_MEDICAL_EVENT));
        story.record(day.plusDays(1), reported);
        story.add(
                day.plusDays(4),
                reported,
                new AdverseEventFollowUp(
                        ClinicalDate.on(day.plusDays(4)),
                        EVENT_UNSAID,
                        Assessor.INVESTIGATOR,
                        ClinicalDate.on(day.plusDays(3)),
                        null,
                        null,
                        Set.of(),
                        Relatedness.PROBABLE,
                        null,
                        AdverseEventOutcome.RECOVERED,
                        story.words("the rash has gone; no other cause was found")));
        story.office(
                day.plusDays(6),
                new Deed.Adds(
                        reported,
                        new AdverseEventFollowUp(
                                ClinicalDate.on(day.plusDays(6)),
                                EVENT_UNSAID,
                                Assessor.SPONSOR,
                                null,
                                null,
                                null,
                                Set.of(),
                                Relatedness.PROBABLE,
                                Expectedness.EXPECTED,
                                null,
                                null)));
    }

    private void serious(LocalDate day, int length, String term, int grade, SeriousnessCriterion... criteria) {
        course.knownOf(day);
        story.record(day.plusDays(length + 1L), recovered(day, length, term, grade, criteria));
    }

    /** The site told the sponsor on that day, and entered both once it was over. */
    private AdverseEvent reported(
            LocalDate day, int length, LocalDate told, String term, int grade, SeriousnessCriterion... criteria) {
        course.knownOf(day);
        AdverseEvent event = recovered(day, length, term, grade, criteria);
        story.sit(
                day.plusDays(length + 1L),
                story.home(),
                false,
                List.of(new Deed.Makes(event, null), new Deed.Adds(event, report(told, Addressee.SPONSOR))));
        return event;
    }

    private static AdverseEvent recovered(
            LocalDate day, int length, String term, int grade, SeriousnessCriterion... criteria) {
        return Safety.serious(
                day,
                day.plusDays(length),
                term,
                grade,
                Relatedness.POSSIBLE,
                AdverseEventOutcome.RECOVERED,
                Set.of(criteria));
    }

    private static SafetyReport report(LocalDate day, Addressee to) {
        return new SafetyReport(ClinicalDate.on(day), EVENT_UNSAID, to, ReportKind.INITIAL, null, null);
    }
}
