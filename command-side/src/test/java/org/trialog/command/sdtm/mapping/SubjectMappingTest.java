package org.trialog.command.sdtm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.order.ImportedRow;
import org.trialog.command.sdtm.Folders;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.command.sdtm.file.SdtmFolder;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class SubjectMappingTest {

    private static final SubjectKey KEY = SubjectKey.generate("key");
    private static final Sealing SEALING = new Sealing(() -> KEY);
    private static final SdtmFolder FOLDER = SdtmFolder.read(Folders.fixture(), StandardCharsets.UTF_8);
    private static final Protocol PROTOCOL =
            Protocol.of(StudyDefinition.of(new StudyId("trialog-fix"), ZoneOffset.UTC, FOLDER, FOLDER.rows(Domain.DM)));

    @Test
    void screeningIsTheDayOfCollectionAtTheSubjectsSite() {
        assertThat(only("FX-01", Screening.class)).isEqualTo(new Screening(date("2022-01-03"), new SiteId("S1")));
    }

    @Test
    void withoutADayOfCollectionASubjectWasScreenedWhenFirstSeen() {
        assertThat(only("FX-08", Screening.class).date()).isEqualTo(date("2022-03-01"));
    }

    @Test
    void anEmptyConsentDateStaysUnknown() {
        assertThat(all("FX-08", Consent.class)).isEmpty();
        assertThat(only("FX-01", Consent.class)).isEqualTo(new Consent(date("2022-01-03"), ConsentGiver.SUBJECT, null));
    }

    @Test
    void theGuardianConsentsForAChild() {
        assertThat(only("FX-06", Consent.class).by()).isEqualTo(ConsentGiver.GUARDIAN);
    }

    @Test
    void aBirthDateIsSealedWithTheAgeAtTheReferenceStartBesideIt() {
        Birth birth = only("FX-01", Birth.class);

        assertThat(opened(birth.birthDate(), ClinicalDate::of)).isEqualTo(date("1951-03-04"));
        assertThat(birth.age()).isEqualTo(new AgeOn(LocalDate.parse("2022-01-10"), 25880, 25880));
        assertThat(birth.sex()).isEqualTo("F");
    }

    @Test
    void aPartialBirthDateLeavesAnIntervalOfAges() {
        AgeOn age = only("FX-03", Birth.class).age();

        assertThat(age.mostDays() - age.fewestDays()).isEqualTo(365);
    }

    @Test
    void anAgeWithoutABirthDateLeavesTheYearInWhichTheSubjectWasBorn() {
        assertThat(only("FX-06", Birth.class).age().birth().earliest()).isEqualTo("2009-02-11");
        assertThat(only("FX-06", Birth.class).age().birth().latest()).isEqualTo("2010-02-10");
    }

    @Test
    void sexThatIsUndeterminedIsKeptAsACovariateAndNotAsABirthsSex() {
        assertThat(only("FX-08", Birth.class).sex()).isNull();
        assertThat(all("FX-08", Covariate.class)).containsExactly(new Covariate(date("2022-03-01"), "sex", "U"));
    }

    @Test
    void aRandomisedSubjectIsEnrolledThatDayAndAllottedToThePlannedArm() {
        assertThat(only("FX-01", Enrolment.class)).isEqualTo(new Enrolment(date("2022-01-10")));
        assertThat(only("FX-01", Randomisation.class))
                .isEqualTo(new Randomisation(date("2022-01-10"), new ArmId("PBO"), null));
        assertThat(all("FX-01", ArmChoice.class)).isEmpty();
    }

    @Test
    void anotherActualArmStandsBesideThePlannedOne() {
        assertThat(only("FX-03", Randomisation.class))
                .isEqualTo(new Randomisation(date("2022-01-20"), new ArmId("CELLS"), new ArmId("PBO")));
    }

    @Test
    void withoutRandomisationTheArmWasChosenOnTheDayOfEnrolment() {
        assertThat(only("FX-07", Enrolment.class).date()).isEqualTo(date("2022-02-14"));
        assertThat(only("FX-07", ArmChoice.class))
                .isEqualTo(new ArmChoice(date("2022-02-14"), new ArmId("CELLS"), null));
    }

    @Test
    void withoutAnyMilestoneTheReferenceStartStandsForEnrolment() {
        assertThat(only("FX-08", Enrolment.class).date()).isEqualTo(date("2022-03-01"));
        assertThat(only("FX-08", ArmChoice.class).arm()).isEqualTo(new ArmId("PBO"));
    }

    @Test
    void aScreenFailureIsNeverEnrolledAndHasNoArmAndNoFollowUp() {
        assertThat(only("FX-05", ScreenFailure.class).date()).isEqualTo(date("2022-02-09"));
        assertThat(all("FX-05", Enrolment.class)).isEmpty();
        assertThat(all("FX-05", ArmChoice.class)).isEmpty();
        assertThat(all("FX-05", FollowUp.class)).isEmpty();
    }

    @Test
    void followUpRunsFromTheReferenceStartToTheNamedEndBoundedByDeath() {
        assertThat(only("FX-01", FollowUp.class).from()).isEqualTo("2022-01-10");
        assertThat(only("FX-01", FollowUp.class).through()).isEqualTo("2022-07-10");
        assertThat(only("FX-02", FollowUp.class).through()).isEqualTo("2022-04-01");
        assertThat(through("FX-03", FollowUpThrough.RFENDTC)).isEqualTo("2022-03-15");
        assertThat(through("FX-03", FollowUpThrough.RFPENDTC)).isEqualTo("2022-05-01");
        assertThat(through("FX-03", FollowUpThrough.DISPOSITION)).isEqualTo("2022-03-15");
        assertThat(through("FX-03", FollowUpThrough.LAST_VISIT)).isEqualTo("2022-02-17");
    }

    @Test
    void aDeathIsRecordedOnceAndItsDispositionBesideIt() {
        assertThat(only("FX-02", Death.class)).isEqualTo(new Death(date("2022-04-01"), null));
        assertThat(only("FX-02", ClinicalEvent.class).kind()).isEqualTo("death");
    }

    @Test
    void dispositionsAreDistinctStates() {
        assertThat(only("FX-01", Completion.class).date()).isEqualTo(date("2022-07-10"));
        assertThat(only("FX-03", Withdrawal.class))
                .isEqualTo(new Withdrawal(date("2022-03-15"), WithdrawalKind.PROCEDURES, "withdrawal-by-subject"));
        assertThat(only("FX-04", Withdrawal.class))
                .isEqualTo(new Withdrawal(date("2022-05-30"), WithdrawalKind.INVESTIGATOR, "adverse-event"));
        assertThat(only("FX-06", LossToFollowUp.class)).isEqualTo(new LossToFollowUp(date("2022-06-01"), null));
        assertThat(only("FX-07", ClinicalEvent.class).kind()).isEqualTo("final-lab-visit");
    }

    @Test
    void aDoseOfNothingIsAPlaceboDoseOfItsPeriod() {
        assertThat(only("FX-01", Treatment.class))
                .isEqualTo(new Treatment(
                        date("2022-01-10"),
                        date("2022-07-01"),
                        null,
                        new Quantity(BigDecimal.ZERO, "mg"),
                        null,
                        null,
                        null,
                        "transdermal",
                        "QD",
                        "PLACEBO (PATCH)",
                        null));
    }

    @Test
    void aPlannedVisitIsTheOneOfThatNameAndNotOfThatNumber() {
        List<Visit> visits = all("FX-08", Visit.class);

        assertThat(visits.get(0).code()).isEqualTo("baseline");
        assertThat(visits.get(0).name()).isEqualTo("BASELINE");
        assertThat(visits.get(1).code()).isNull();
        assertThat(visits.get(1).type()).isEqualTo(VisitType.UNSCHEDULED);
    }

    @Test
    void aVisitNumberThatComesAgainOnAnotherDayIsAnotherVisit() {
        assertThat(acts("FX-07", FollowUpThrough.RFENDTC).stream()
                        .map(Act::row)
                        .filter(row -> row != null && row.domain().equals("sv"))
                        .map(ImportedRow::identity))
                .containsExactly("FX-07/2", "FX-07/2~2");
    }

    @Test
    void aFatalEventMarkedNotSeriousStaysAsReported() {
        AdverseEvent fatal = only("FX-02", AdverseEvent.class);

        assertThat(fatal.serious()).isFalse();
        assertThat(fatal.fatal()).isTrue();
        assertThat(fatal.outcome()).isEqualTo(AdverseEventOutcome.FATAL);
        assertThat(fatal.criteria()).containsExactly(SeriousnessCriterion.DEATH);
        assertThat(fatal.grade()).isEqualTo(new CtcaeGrade(3));
        assertThat(fatal.relatedness()).isEqualTo(Relatedness.NOT_RELATED);
    }

    @Test
    void aPartialOnsetIsKeptAsItIsWritten() {
        assertThat(all("FX-03", AdverseEvent.class))
                .extracting(AdverseEvent::date)
                .containsExactly(date("2022-01"), date("2015"));
    }

    @Test
    void theReportersWordsAreSealedAndTheTermIsTheDictionarys() {
        AdverseEvent event = only("FX-01", AdverseEvent.class);

        assertThat(event.term()).isEqualTo("APPLICATION SITE ERYTHEMA");
        assertThat(opened(Objects.requireNonNull(event.reportedTerm()), text -> text))
                .isEqualTo("burning, below the patch\nüber Nacht");
        assertThat(only("FX-07", AdverseEvent.class).term()).isEqualTo("UNCODED");
    }

    @Test
    void aFractureOfCeHasItsBoneAndSideUnspecifiedIfEmpty() {
        List<Fracture> fractures = all("FX-04", Fracture.class);

        assertThat(fractures).extracting(Fracture::bone).containsExactly(Bone.RIB, Bone.UNSPECIFIED);
        assertThat(fractures).extracting(Fracture::side).containsExactly(Laterality.LEFT, Laterality.UNSPECIFIED);
        assertThat(fractures).extracting(Fracture::source).containsOnly(FractureSource.IMPORT);
        assertThat(fractures).extracting(Fracture::confirmation).containsOnly(Confirmation.PENDING);
        assertThat(only("FX-04", ClinicalEvent.class).kind()).isEqualTo("rod-surgery");
    }

    @Test
    void aMeasurementIsInTheStandardUnitAndWordsStayWords() {
        assertThat(all("FX-07", Measurement.class))
                .contains(
                        new Measurement(date("2022-02-15"), "height", new BigDecimal("165.1"), null, "cm", null),
                        new Measurement(date("2022-02-15"), "sysbp", null, "NOT DONE", null, null));
    }

    @Test
    void anAssessmentHoldsOneAnswerOrTheTotal() {
        List<Assessment> assessments = all("FX-07", Assessment.class);

        assertThat(assessments.get(0).items()).containsExactly(Map.entry("vas01", new BigDecimal("3")));
        assertThat(assessments.get(0).total()).isNull();
        assertThat(assessments.get(1).items()).isEmpty();
        assertThat(assessments.get(1).total()).isEqualTo("3.5");
    }

    @Test
    void medicationAndHistoryMayBeUndated() {
        assertThat(only("FX-01", Medication.class))
                .isEqualTo(new Medication(
                        date("2020-05"), null, "ACETYLSALICYLIC ACID", new Quantity(new BigDecimal("75"), "mg"), null));
        assertThat(only("FX-03", MedicalHistory.class))
                .isEqualTo(new MedicalHistory(ClinicalDate.UNKNOWN, null, "HYPERTENSION"));
    }

    private static String through(String subject, FollowUpThrough option) {
        return records(subject, option, FollowUp.class).getFirst().through().toString();
    }

    private static <D extends ClinicalRecord> D only(String subject, Class<D> type) {
        assertThat(all(subject, type)).hasSize(1);
        return all(subject, type).getFirst();
    }

    private static <D extends ClinicalRecord> List<D> all(String subject, Class<D> type) {
        return records(subject, FollowUpThrough.RFENDTC, type);
    }

    private static <D extends ClinicalRecord> List<D> records(String subject, FollowUpThrough option, Class<D> type) {
        return acts(subject, option).stream()
                .map(act -> ((Act.Make) act).details())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<Act> acts(String subject, FollowUpThrough option) {
        SubjectRows rows = null;
        for (List<Row> table : FOLDER.tables().values()) {
            for (Row row : table) {
                if (row.domain().studyLevel() || !subject.equals(row.get("USUBJID"))) {
                    continue;
                }
                if (rows == null) {
                    rows = new SubjectRows(new SubjectId(subject), row);
                } else {
                    rows.add(row);
                }
            }
        }
        return SubjectMapping.map(rows, new StudyWords(PROTOCOL, FOLDER.rows(Domain.TV)), option, SEALING)
                .acts();
    }

    private static <T> T opened(Personal<T> sealed, Function<String, T> read) {
        byte[] wrapped = Objects.requireNonNull(SEALING.keys().wrapped().get(sealed.key()));
        return KEY.unwrap(sealed.key(), wrapped).open(sealed, read);
    }

    private static ClinicalDate date(String text) {
        return ClinicalDate.of(text);
    }
}
