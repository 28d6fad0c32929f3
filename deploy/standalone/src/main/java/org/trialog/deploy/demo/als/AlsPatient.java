package org.trialog.deploy.demo.als;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.OwnCells;
import org.trialog.deploy.demo.story.Story;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Prediction;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Target;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * One made-up subject: enrolled more than a year after diagnosis, given cells of its own once, then asked for every year.
 *
 * @param place 0 to 18
 */
record AlsPatient(int place, AlsCourse course, DemoSite clinic) {

    /** The model is of 2018: its prognoses are entered years after the diagnosis from which they count. */
    private static final LocalDate PREDICTED = LocalDate.of(2019, 3, 4);

    private static final String DEATH = "death";

    SubjectId subject() {
        return new SubjectId("%s-%03d".formatted(clinic.id(), place + 1));
    }

    private LocalDate enrolled() {
        return course.diagnosed().plusDays(400 + 23L * (place % 7));
    }

    private OwnCells ownCells() {
        return OwnCells.of(subject(), clinic, enrolled().plusDays(38), "57000000");
    }

    List<TimedOrder> batch(StudyId study) {
        return ownCells().batch(study);
    }

    Story tell(Sealing sealing) {
        Story story = new Story(subject(), clinic, sealing);
        story.record(
                enrolled(),
                new Screening(ClinicalDate.on(enrolled().minusDays(12)), clinic.id()),
                new MedicalHistory(ClinicalDate.on(course.diagnosed()), null, "amyotrophic lateral sclerosis"),
                new Consent(ClinicalDate.on(enrolled()), ConsentGiver.SUBJECT, 1),
                new EligibilityAssessment(
                        ClinicalDate.on(enrolled()),
                        1,
                        new TreeMap<>(Map.of("definite-als", CriterionAnswer.MET)),
                        true,
                        null),
                new Enrolment(ClinicalDate.on(enrolled())),
                new ArmChoice(ClinicalDate.on(enrolled()), new ArmId("cells"), null));
        story.record(ownCells().harvestedOn(), ownCells().harvest());
        story.record(
                ownCells().given(), ownCells().dose("intraspinal", List.of(new Target("thoracic-cord", null)), null));
        LocalDate asked = followed(story, enrolled(), course.last());
        if (course.end() != null) {
            ended(story, asked, course.end());
        }
        story.record(
                PREDICTED,
                new Prediction(
                        ClinicalDate.on(PREDICTED),
                        "ENCALS",
                        "2018",
                        "survival",
                        new BigDecimal(course.predicted()),
                        "months",
                        "diagnosis"));
        return story;
    }

    /** Every year without a gap; the last day at the analysis. Returns the last day that was asked about. */
    private LocalDate followed(Story story, LocalDate from, LocalDate last) {
        LocalDate asked = from;
        for (LocalDate day = from.plusYears(1); day.isBefore(last); day = day.plusYears(1)) {
            story.record(day, status(asked, day, FollowUpAnswer.NONE));
            asked = day;
        }
        if (course.end() == null) {
            story.record(last, status(asked, last, FollowUpAnswer.NONE));
        }
        return asked;
    }

    /** Who is ventilated is asked about until death, which is no second end. */
    private void ended(Story story, LocalDate asked, String end) {
        LocalDate day = course.last();
        List<ClinicalRecord> records = new ArrayList<>(List.of(status(asked, day, FollowUpAnswer.THESE)));
        if (end.equals(DEATH)) {
            records.add(died(day));
            story.record(day.plusDays(9), records.toArray(ClinicalRecord[]::new));
            return;
        }
        records.add(new ClinicalEvent(ClinicalDate.on(day), null, end, null));
        story.record(day.plusDays(9), records.toArray(ClinicalRecord[]::new));
        LocalDate death = day.plusDays(300 + 40L * place);
        story.record(death.plusDays(9), status(day, death, FollowUpAnswer.THESE), died(death));
    }

    private static Death died(LocalDate day) {
        return new Death(ClinicalDate.on(day), "Respiratory failure");
    }

    private static FollowUp status(LocalDate from, LocalDate through, FollowUpAnswer answer) {
        return new FollowUp(Set.of(FollowUpKind.ALL), from, through, answer, FollowUpSource.TELEPHONE, null);
    }
}
