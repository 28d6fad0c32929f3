package org.trialog.deploy.demo.osteoporosis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.story.Deed;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.OwnCells;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Target;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.SubjectId;

/**
 * One made-up woman: evaluated, harvested, treated in one session, evaluated again.
 *
 * @param painBefore in cm
 * @param densityBefore of L1 to L4, in g/cm²
 */
record OsteoporosisPatient(
        int number, LocalDate given, String painBefore, String painAfter, String densityBefore, String densityAfter) {

    SubjectId subject(DemoSite clinic) {
        return new SubjectId("%s-%03d".formatted(clinic.id(), number));
    }

    OwnCells cells(DemoSite clinic) {
        return OwnCells.of(subject(clinic), clinic, given, "40000000");
    }

    Story tell(DemoSite clinic, Sealing sealing) {
        OwnCells cells = cells(clinic);
        Story story = new Story(subject(clinic), clinic, sealing);
        LocalDate enrolled = cells.harvestedOn().minusDays(6);
        story.record(
                enrolled,
                new Screening(ClinicalDate.on(enrolled.minusDays(8)), clinic.id()),
                new Consent(ClinicalDate.on(enrolled), ConsentGiver.SUBJECT, 1),
                new EligibilityAssessment(
                        ClinicalDate.on(enrolled),
                        1,
                        new TreeMap<>(Map.of("densitometric-osteoporosis", CriterionAnswer.MET)),
                        true,
                        null),
                new Enrolment(ClinicalDate.on(enrolled)),
                new ArmChoice(ClinicalDate.on(enrolled), new ArmId("cells"), null));
        story.sit(
                enrolled.plusDays(1), clinic, true, evaluation("BL", enrolled.plusDays(1), painBefore, densityBefore));
        story.record(cells.harvestedOn(), cells.harvest());
        story.record(given, cells.dose("intraosseous", targets(), "fluoroscopy"));
        LocalDate seen = given.plusMonths(3).plusDays(2);
        List<Deed> after = new ArrayList<>(evaluation("M3", seen, painAfter, densityAfter));
        after.add(new Deed.Makes(
                new FollowUp(Set.of(FollowUpKind.ALL), enrolled, seen, FollowUpAnswer.NONE, FollowUpSource.VISIT, null),
                null));
        story.sit(seen, clinic, true, after);
        return story;
    }

    private static List<Target> targets() {
        return List.of(
                new Target("hip", Laterality.LEFT), new Target("spine", null), new Target("wrist", Laterality.LEFT));
    }

    private static List<Deed> evaluation(String code, LocalDate day, String pain, String density) {
        return List.of(
                new Deed.Makes(
                        new Visit(ClinicalDate.on(day), null, code, null, null, VisitType.SCHEDULED, VisitMode.CLINIC),
                        null),
                new Deed.Makes(
                        new Assessment(
                                ClinicalDate.on(day), "pain-vas", "1", new TreeMap<>(), new BigDecimal(pain), null),
                        null),
                new Deed.Makes(
                        new Measurement(
                                ClinicalDate.on(day),
                                "bone-density-l1-l4",
                                new BigDecimal(density),
                                null,
                                "g/cm2",
                                null),
                        null));
    }
}
