package org.trialog.command.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.DatingMethod;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.DoseCompleteness;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.clinical.ImagingMethod;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ReportKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.clinical.WeightMethod;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;

/** Records in as few words as a test needs. */
public final class Records {
    private Records() {}

    /** A child born on 10 January 2023, its guardian's consent, and its enrolment on 1 March 2023. */
    public static ClinicalRecord[] enrolledChild() {
        return new ClinicalRecord[] {
            screening("2023-02-01"), birth("2023-01-10", "40+0"), guardianConsent("2023-02-20"), enrolment("2023-03-01")
        };
    }

    /** The same child in an arm. */
    public static ClinicalRecord[] childIn(String arm) {
        ClinicalRecord[] enrolled = enrolledChild();
        return new ClinicalRecord[] {enrolled[0], enrolled[1], enrolled[2], enrolled[3], arm("2023-03-01", arm)};
    }

    public static ClinicalDate on(String date) {
        return ClinicalDate.of(date);
    }

    public static Screening screening(String date) {
        return new Screening(on(date), Clinic.SITE);
    }

    public static Birth birth(String date, String gestation) {
        return new Birth(
                new Personal<>("k1", "ZGF0ZQ=="),
                AgeOn.of(on(date).range().orElseThrow(), LocalDate.parse("2024-01-01")),
                gestation == null ? null : GestationalAge.of(gestation),
                "F");
    }

    public static Pregnancy pregnancy(String expected, int fetuses) {
        LocalDate day = LocalDate.parse(expected);
        return new Pregnancy(ClinicalDate.on(day.minusDays(180)), day, DatingMethod.ULTRASOUND, fetuses);
    }

    public static Consent consent(String date, ConsentGiver by) {
        return new Consent(on(date), by, 1);
    }

    public static Consent guardianConsent(String date) {
        return consent(date, ConsentGiver.GUARDIAN);
    }

    public static Enrolment enrolment(String date) {
        return new Enrolment(on(date));
    }

    public static ArmChoice arm(String date, String arm) {
        return new ArmChoice(on(date), new ArmId(arm), null);
    }

    public static Covariate covariate(String code, String value) {
        return new Covariate(on("2023-02-01"), code, value);
    }

    public static Treatment dose(Integer number, String date) {
        return dose(number, date, null);
    }

    public static Treatment dose(Integer number, String date, String batch) {
        return new Treatment(
                on(date),
                null,
                number,
                new Quantity(new BigDecimal("30000000"), "cells"),
                new BigDecimal("3000000"),
                new BigDecimal("10"),
                on(date).range().isPresent() ? on(date) : null,
                "intravenous",
                null,
                "BOOST cells",
                batch == null ? null : new BatchId(batch));
    }

    public static Treatment perKilogram(String perKilogram, String weight, String weighedOn) {
        return new Treatment(
                on("2023-03-10"),
                null,
                1,
                new Quantity(new BigDecimal("30000000"), "cells"),
                perKilogram == null ? null : new BigDecimal(perKilogram),
                weight == null ? null : new BigDecimal(weight),
                weighedOn == null ? null : on(weighedOn),
                "intravenous",
                null,
                null,
                null);
    }

    public static MissedTreatment missed(int number, String date) {
        return new MissedTreatment(on(date), number, "illness");
    }

    public static TreatmentStop stop(String date) {
        return new TreatmentStop(on(date), "parents-decision");
    }

    public static Visit visit(String code, String date) {
        return new Visit(on(date), null, code, null, null, VisitType.SCHEDULED, VisitMode.CLINIC);
    }

    public static Visit unscheduled(String date) {
        return new Visit(on(date), null, null, null, null, VisitType.UNSCHEDULED, VisitMode.CLINIC);
    }

    public static FollowUp followUp(String from, String through, FollowUpAnswer answer) {
        return new FollowUp(
                Set.of(FollowUpKind.ALL),
                LocalDate.parse(from),
                LocalDate.parse(through),
                answer,
                FollowUpSource.VISIT,
                null);
    }

    public static Measurement weight(String date, String kilograms, String unit) {
        return new Measurement(on(date), "weight", new BigDecimal(kilograms), null, unit, null);
    }

    public static Assessment assessment(String instrument, String total, Object... items) {
        TreeMap<String, BigDecimal> answers = new TreeMap<>();
        for (int i = 0; i < items.length; i += 2) {
            answers.put((String) items[i], new BigDecimal(items[i + 1].toString()));
        }
        return new Assessment(
                on("2023-04-01"), instrument, "1", answers, total == null ? null : new BigDecimal(total), null);
    }

    public static Fracture fracture(String date, Bone bone) {
        return fracture(date, bone, Laterality.LEFT, Mechanism.LOW_ENERGY, null);
    }

    public static Fracture fracture(String date, Bone bone, Laterality side, Mechanism mechanism, String incident) {
        return new Fracture(
                on(date),
                bone,
                side,
                mechanism,
                FractureSource.RADIOGRAPH,
                Confirmation.CONFIRMED,
                incident,
                null,
                null);
    }

    public static AdverseEvent adverseEvent(String date) {
        return adverseEvent(date, null, false, AdverseEventOutcome.RECOVERED);
    }

    public static AdverseEvent adverseEvent(
            String date,
            Integer grade,
            boolean serious,
            AdverseEventOutcome outcome,
            SeriousnessCriterion... criteria) {
        Set<SeriousnessCriterion> met = EnumSet.noneOf(SeriousnessCriterion.class);
        met.addAll(Set.of(criteria));
        return new AdverseEvent(
                on(date),
                null,
                "FEVER",
                null,
                null,
                grade == null ? null : new CtcaeGrade(grade),
                serious,
                met,
                null,
                outcome,
                serious ? on(date) : null,
                null);
    }

    public static ClinicalEvent clinicalEvent(String date, String kind) {
        return new ClinicalEvent(on(date), null, kind, null);
    }

    public static Death death(String date) {
        return new Death(on(date), null);
    }

    public static Withdrawal withdrawal(String date, WithdrawalKind kind) {
        return new Withdrawal(on(date), kind, "family");
    }

    public static DoseAuthorisation authorisation(Integer number, String planned, String batch) {
        return new DoseAuthorisation(
                on("2023-03-05"), LocalDate.parse(planned), number, batch == null ? null : new BatchId(batch));
    }

    /** A dose by a weight that was found in that way. */
    public static Treatment weighed(String date, WeightMethod method) {
        return told(dose(1, date), null, method, null, null);
    }

    public static Treatment observed(String date, String hours) {
        return told(dose(1, date), null, null, hours == null ? null : new BigDecimal(hours), null);
    }

    /** The dose says why its batch was given although it is out of specification. */
    public static Treatment justified(Treatment dose) {
        return told(dose, null, null, null, Clinic.WORDS);
    }

    public static Treatment ended(Treatment dose, DoseCompleteness completeness) {
        return told(dose, completeness, null, null, null);
    }

    private static Treatment told(
            Treatment dose,
            DoseCompleteness completeness,
            WeightMethod method,
            BigDecimal hours,
            Personal<String> justification) {
        return new Treatment(
                dose.date(),
                dose.end(),
                dose.number(),
                dose.amount(),
                dose.perKilogram(),
                dose.weight(),
                dose.weighedOn(),
                dose.route(),
                dose.frequency(),
                dose.product(),
                dose.batch(),
                dose.targets(),
                dose.guidance(),
                completeness,
                method,
                hours,
                justification);
    }

    public static Harvest harvest(String date) {
        return new Harvest(on(date), "bone-marrow", "iliac-crest", Laterality.LEFT, null, List.of());
    }

    public static Fracture seen(String date, FractureSource source, Confirmation confirmation) {
        return new Fracture(
                on(date), Bone.FEMUR, Laterality.LEFT, Mechanism.LOW_ENERGY, source, confirmation, null, null, null);
    }

    public static FractureConfirmation confirmation(String date, String fracture, FractureSource source) {
        return new FractureConfirmation(on(date), new RecordId(fracture), source, null, null);
    }

    public static FractureRefutation refutation(String date, String fracture) {
        return new FractureRefutation(on(date), new RecordId(fracture), FractureSource.RADIOGRAPH, null, null);
    }

    public static Imaging image(String date, ImagingFinding finding, String... fractures) {
        return new Imaging(
                on(date),
                ImagingMethod.SKELETAL_SURVEY,
                "skeleton",
                finding,
                Arrays.stream(fractures).map(RecordId::new).collect(Collectors.toSet()),
                null,
                null);
    }

    public static Measurement height(String date, String centimetres) {
        return new Measurement(on(date), "height", new BigDecimal(centimetres), null, "cm", null);
    }

    /** What was learned later of the first adverse event, by its outcome. */
    public static AdverseEventFollowUp furtherCourse(AdverseEventOutcome outcome, Boolean serious) {
        return new AdverseEventFollowUp(
                on("2023-05-01"),
                new RecordId("adverse-event-1"),
                Assessor.INVESTIGATOR,
                null,
                null,
                serious,
                serious == null ? Set.of() : Set.of(SeriousnessCriterion.HOSPITALISATION),
                null,
                null,
                outcome,
                null);
    }

    /** The first adverse event was reported. */
    public static SafetyReport report(String date, Addressee to) {
        return new SafetyReport(on(date), new RecordId("adverse-event-1"), to, ReportKind.INITIAL, null, null);
    }

    /** What somebody thinks of the first adverse event. */
    public static AdverseEventFollowUp opinion(Assessor by, Relatedness relatedness) {
        return new AdverseEventFollowUp(
                on("2023-05-01"),
                new RecordId("adverse-event-1"),
                by,
                null,
                null,
                null,
                Set.of(),
                relatedness,
                null,
                null,
                null);
    }
}
