package org.trialog.deploy.demo.knee;

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
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Target;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * One made-up patient, with one knee in the trial. Every other one gets cells of its own, grown for four weeks.
 *
 * @param place 0 to 47
 */
record KneePatient(int place, DemoSite clinic) {

    static final int COUNT = 48;

    private static final Map<String, Integer> VISITS = new TreeMap<>(Map.of("BL", 0, "M3", 3, "M6", 6, "M12", 12));
    private static final List<String> IN_TIME = List.of("BL", "M3", "M6", "M12");
    private static final int LOST = 17;
    private static final int MISSED = 22;
    private static final int MISTYPED = 8;

    SubjectId subject() {
        return new SubjectId("%s-%03d".formatted(clinic.id(), place / 2 + 1));
    }

    private boolean cells() {
        return (place / 2 + place) % 2 == 0;
    }

    private LocalDate randomised() {
        return LocalDate.of(2023, 4, 3).plusDays(9L * place);
    }

    private LocalDate dosed() {
        return randomised().plusDays(4);
    }

    /** Harvested five weeks before: a patient of this trial waits for its own cells before chance decides. */
    private OwnCells ownCells() {
        return OwnCells.of(subject(), clinic, dosed(), "100000000");
    }

    /** Its own batch, if it is to get cells. */
    List<TimedOrder> batch(StudyId study) {
        return cells() ? ownCells().batch(study) : List.of();
    }

    Story tell(Sealing sealing) {
        Story story = new Story(subject(), clinic, sealing);
        entry(story);
        treatment(story);
        LocalDate confirmed = randomised();
        for (String code : IN_TIME) {
            LocalDate due = randomised().plusMonths(VISITS.getOrDefault(code, 0));
            LocalDate day =
                    code.equals("BL") ? due : due.plusDays(story.random().nextInt(19) - 9L);
            if (place == LOST && code.equals("M12")) {
                story.record(due.plusMonths(2), new LossToFollowUp(ClinicalDate.on(due.plusMonths(2)), 3));
            } else if (place == MISSED && code.equals("M3")) {
                story.record(due.plusDays(20), new MissedVisit(ClinicalDate.on(due), code, "travelling"));
            } else {
                visit(story, code, day, confirmed);
                confirmed = day;
            }
        }
        return story;
    }

    private void entry(Story story) {
        LocalDate consented = ownCells().harvestedOn().minusDays(3);
        List<ClinicalRecord> records = new ArrayList<>(List.of(
                new Screening(ClinicalDate.on(consented.minusDays(10)), clinic.id()),
                new Consent(ClinicalDate.on(consented), ConsentGiver.SUBJECT, 1),
                new EligibilityAssessment(
                        ClinicalDate.on(consented),
                        1,
                        new TreeMap<>(Map.of("radiographic-grade", CriterionAnswer.MET)),
                        true,
                        null)));
        records.add(new Enrolment(ClinicalDate.on(consented)));
        story.record(consented, records.toArray(ClinicalRecord[]::new));
        if (cells()) {
            story.record(ownCells().harvestedOn(), ownCells().harvest());
        }
        story.record(
                randomised(),
                new Randomisation(ClinicalDate.on(randomised()), new ArmId(cells() ? "cells" : "hyaluronate"), null));
    }

    private void treatment(Story story) {
        story.record(dosed(), cells() ? injection() : comparator());
    }

    private Treatment injection() {
        return ownCells()
                .dose(
                        "intra-articular",
                        List.of(new Target("knee", place % 3 == 0 ? Laterality.LEFT : Laterality.RIGHT)),
                        "ultrasound");
    }

    /** Hyaluronate is no dose of the trial's product: it stands among the medications. */
    private Medication comparator() {
        return new Medication(
                ClinicalDate.on(dosed()),
                ClinicalDate.on(dosed()),
                "hyaluronic acid",
                new Quantity(BigDecimal.valueOf(60), "mg"),
                "osteoarthritis of the knee");
    }

    private void visit(Story story, String code, LocalDate day, LocalDate since) {
        KneeScores scores = new KneeScores(day, pain(code, story));
        Assessment right = scores.womac();
        List<Deed> deeds = new ArrayList<>();
        deeds.add(
                makes(new Visit(ClinicalDate.on(day), null, code, null, null, VisitType.SCHEDULED, VisitMode.CLINIC)));
        boolean mistyped = place == MISTYPED && code.equals("M6");
        Assessment vas = scores.vas();
        Assessment typed = mistyped ? scores.vas(vas, new BigDecimal("9.5")) : vas;
        for (Assessment filledIn : List.of(typed, right, scores.lequesne(), scores.lysholm())) {
            deeds.add(makes(filledIn));
        }
        boolean swollen = cells() && code.equals("M3") && place % 6 != 0;
        boolean cold = code.equals("M6") && place % 5 == 0;
        if (!code.equals("BL")) {
            deeds.add(makes(new FollowUp(
                    Set.of(FollowUpKind.ALL),
                    since,
                    day,
                    swollen || cold ? FollowUpAnswer.THESE : FollowUpAnswer.NONE,
                    FollowUpSource.VISIT,
                    null)));
        }
        if (swollen) {
            deeds.add(makes(happened(dosed().plusDays(1), "Joint swelling", Relatedness.PROBABLE)));
        }
        if (cold) {
            deeds.add(makes(happened(day.minusDays(40), "Nasopharyngitis", Relatedness.NOT_RELATED)));
        }
        story.sit(day, clinic, true, deeds);
        if (mistyped) {
            story.correct(day.plusDays(6), typed, vas, "transcription-error", "read from the wrong line of the form");
        }
    }

    private static AdverseEvent happened(LocalDate day, String term, Relatedness relatedness) {
        return new AdverseEvent(
                ClinicalDate.on(day),
                ClinicalDate.on(day.plusDays(5)),
                term,
                null,
                null,
                new CtcaeGrade(1),
                false,
                Set.of(),
                relatedness,
                AdverseEventOutcome.RECOVERED,
                null,
                null);
    }

    /** How bad the knee is, as a share of the worst: it falls in both groups, by more after cells from month 6 on. */
    private double pain(String code, Story story) {
        double better =
                switch (code) {
                    case "M3" -> cells() ? 0.12 : 0.10;
                    case "M6" -> cells() ? 0.18 : 0.08;
                    case "M12" -> cells() ? 0.20 : 0.04;
                    default -> 0.0;
                };
        double start = 0.36 + (place * 7 % 20) / 100.0;
        return Math.max(0.02, start - better + (story.random().nextInt(11) - 5) / 100.0);
    }

    private static Deed makes(ClinicalRecord record) {
        return new Deed.Makes(record, null);
    }
}
