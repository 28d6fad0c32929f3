package org.trialog.deploy.demo;

import java.time.LocalDate;
import java.util.Set;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.ClinicalDate;

/** What else befell the treated children: adverse events, some serious, operations and first steps. */
final class TreatedSafety {

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
            case "SE-003" ->
                serious(series.day(1).plusDays(50), 9, "Pneumonia", 3, SeriousnessCriterion.HOSPITALISATION);
            case "UK-002" ->
                serious(
                        series.day(3).plusDays(33),
                        12,
                        "Bronchiolitis",
                        4,
                        SeriousnessCriterion.HOSPITALISATION,
                        SeriousnessCriterion.LIFE_THREATENING);
            case "NL-004" ->
                serious(series.day(2), 1, "Hypersensitivity", 2, SeriousnessCriterion.IMPORTANT_MEDICAL_EVENT);
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

    private void serious(LocalDate day, int length, String term, int grade, SeriousnessCriterion... criteria) {
        LocalDate end = day.plusDays(length);
        course.knownOf(day);
        story.record(
                end.plusDays(1),
                Safety.serious(
                        day, end, term, grade, Relatedness.POSSIBLE, AdverseEventOutcome.RECOVERED, Set.of(criteria)));
    }
}
