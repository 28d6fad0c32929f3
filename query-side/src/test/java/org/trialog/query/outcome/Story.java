package org.trialog.query.outcome;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.DatingMethod;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Prediction;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.SubjectRecord;

/** Tells what happened to one subject, and folds it as the read side does. */
final class Story {

    private static final StudyId STUDY = new StudyId("bones");

    private final String subject;
    private final List<ClinicalRecord> records = new ArrayList<>();

    private Story(String subject) {
        this.subject = subject;
    }

    /** Screened and nothing else. */
    static Story screened(String subject) {
        return new Story(subject).screenedAt("stockholm");
    }

    /** Enrolled in the treated arm, whose series has four doses. */
    static Story child(String subject) {
        return screened(subject);
    }

    Story screenedAt(String site) {
        records.removeIf(Screening.class::isInstance);
        return add(new Screening(date("2019-01-01"), new SiteId(site)));
    }

    Story enrolled(String day) {
        return add(new Enrolment(date(day)));
    }

    Story failedScreening(String day) {
        return add(new ScreenFailure(date(day), "eligibility"));
    }

    Story chose(String arm) {
        return chose(arm, "2019-01-02");
    }

    Story chose(String arm, String day) {
        return add(new ArmChoice(date(day), new ArmId(arm), null));
    }

    Story randomised(String arm, String day) {
        return add(new Randomisation(date(day), new ArmId(arm), null));
    }

    Story expected(String term) {
        return add(new Pregnancy(date("2019-01-02"), LocalDate.parse(term), DatingMethod.ULTRASOUND, 1));
    }

    Story born(String day) {
        ClinicalDate born = date(day);
        return add(new Birth(
                new Personal<>("key", "cipher"),
                AgeOn.of(born.range().orElseThrow(), born.range().orElseThrow().latest()),
                null,
                null));
    }

    Story dose(Integer number, String day) {
        return add(new Treatment(
                date(day),
                null,
                number,
                new Quantity(BigDecimal.TEN, "cells"),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    Story doses(String... days) {
        for (int i = 0; i < days.length; i++) {
            dose(i + 1, days[i]);
        }
        return this;
    }

    Story missedDose(int number, String day) {
        return add(new MissedTreatment(date(day), number, "illness"));
    }

    Story stoppedTreatment(String day) {
        return add(new TreatmentStop(date(day), "adverse-event"));
    }

    Story completed(String day) {
        return add(new Completion(date(day)));
    }

    Story died(String day) {
        return add(new Death(date(day), null));
    }

    Story covariate(String code, String value, String day) {
        return add(new Covariate(date(day), code, value));
    }

    /** Everything was asked, and what happened is recorded. */
    Story confirmed(String from, String through) {
        return confirmed(from, through, FollowUpAnswer.THESE, EnumSet.of(FollowUpKind.ALL));
    }

    /** What was recorded, without anybody having asked what happened. */
    Story withoutFollowUp() {
        records.removeIf(FollowUp.class::isInstance);
        return this;
    }

    /** The same in an arm of another name. */
    Story inArm(String name, String other) {
        records.replaceAll(record -> switch (record) {
            case ArmChoice(ClinicalDate date, ArmId arm, var reason)
            when arm.value().equals(name) -> new ArmChoice(date, new ArmId(other), reason);
            case ArmChange(ClinicalDate date, ArmId arm, var reason)
            when arm.value().equals(name) -> new ArmChange(date, new ArmId(other), reason);
            default -> record;
        });
        return this;
    }

    Story nothingHappened(String from, String through) {
        return confirmed(from, through, FollowUpAnswer.NONE, EnumSet.of(FollowUpKind.ALL));
    }

    Story confirmed(String from, String through, FollowUpAnswer answer, Set<FollowUpKind> kinds) {
        return add(new FollowUp(
                kinds, LocalDate.parse(from), LocalDate.parse(through), answer, FollowUpSource.VISIT, null));
    }

    Story fracture(String day) {
        return fracture(day, Bone.FEMUR, Laterality.LEFT, null);
    }

    Story fracture(String day, Bone bone, Laterality side, String incident) {
        return fracture(day, bone, side, incident, Mechanism.LOW_ENERGY, Confirmation.CONFIRMED);
    }

    Story fracture(
            String day, Bone bone, Laterality side, String incident, Mechanism mechanism, Confirmation confirmation) {
        return add(new Fracture(
                date(day), bone, side, mechanism, FractureSource.RADIOGRAPH, confirmation, incident, null, null));
    }

    Story adverseEvent(String day, String term) {
        return adverseEvent(day, term, null, 1, false, null);
    }

    Story adverseEvent(
            String day, String term, String organClass, Integer grade, boolean serious, Relatedness relatedness) {
        return add(new AdverseEvent(
                date(day),
                null,
                term,
                null,
                organClass,
                grade == null ? null : new CtcaeGrade(grade),
                serious,
                Set.of(),
                relatedness,
                null,
                null,
                null));
    }

    Story clinicalEvent(String day, String kind) {
        return add(new ClinicalEvent(date(day), null, kind, null));
    }

    Story visit(String code, String day) {
        return add(new Visit(
                date(day),
                null,
                code,
                null,
                null,
                code == null ? VisitType.UNSCHEDULED : VisitType.SCHEDULED,
                VisitMode.CLINIC));
    }

    /** The total of the scale of the study, taken at no visit. */
    Story scored(String day, String total) {
        return add(assessment(day, "1", total, null));
    }

    /** The same at the visit that was told last. */
    Story scoredAtVisit(String day, String total) {
        return add(assessment(day, "1", total, lastVisit()));
    }

    Story scoredByVersion(String version, String day, String total) {
        return add(assessment(day, version, total, null));
    }

    private static Assessment assessment(String day, String version, String total, RecordId visit) {
        return new Assessment(date(day), "scale", version, new TreeMap<>(), new BigDecimal(total), visit);
    }

    /** Items in the place of a total. */
    Story answered(String day, Map<String, Integer> items) {
        SortedMap<String, BigDecimal> answers = new TreeMap<>();
        items.forEach((item, answer) -> answers.put(item, BigDecimal.valueOf(answer)));
        return add(new Assessment(date(day), "items", "1", answers, null, null));
    }

    Story measured(String day, String value, String unit, String location) {
        return add(new Measurement(date(day), "pain", new BigDecimal(value), null, unit, null, location, null));
    }

    Story predicted(String day, String model, String version, String value, String unit, String origin) {
        return add(new Prediction(date(day), model, version, "death", new BigDecimal(value), unit, origin));
    }

    private RecordId lastVisit() {
        int last = 0;
        for (int i = 0; i < records.size(); i++) {
            last = records.get(i) instanceof Visit ? i + 1 : last;
        }
        return new RecordId("visit-" + last);
    }

    Story add(ClinicalRecord record) {
        records.add(record);
        return this;
    }

    SubjectRecord told() {
        return told(records);
    }

    /** The same facts, recorded in another order. */
    SubjectRecord toldInOrderOf(Random random) {
        List<ClinicalRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        return told(shuffled);
    }

    private SubjectRecord told(List<ClinicalRecord> order) {
        SubjectRecord told = SubjectRecord.empty(STUDY, new SubjectId(subject));
        for (ClinicalRecord record : order) {
            // The number is the record's own, so that telling it in another order names it alike.
            RecordId id = new RecordId(RecordKind.of(record).token() + "-" + (records.indexOf(record) + 1));
            told = told.apply(new Recorded<>(id, record), told.position() + 1, Instant.EPOCH);
        }
        return told;
    }

    private static ClinicalDate date(String text) {
        return ClinicalDate.of(text);
    }
}
