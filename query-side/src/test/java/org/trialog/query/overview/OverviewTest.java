package org.trialog.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.DoseCompleteness;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.overview.ParticipantFlow.Step;
import org.trialog.query.record.SubjectRecord;

/** What stands around the figures, over five children told here. */
class OverviewTest {

    private static final Protocol PROTOCOL =
            ProtocolFile.read("bones.yaml", """
                study: bones
                version: 1
                title: Bones
                arms:
                  - {id: untreated, control: true}
                  - id: treated
                    doses: {count: 2, anchor: first-dose, at: [P0D, P4M], window: [P-14D, P14D]}
                visits:
                  - {code: M6, anchor: enrolment, at: P6M, window: [P-7D, P7D]}
                  - {code: FU6, anchor: last-dose, at: P6M, window: [P-14D, P14D], arms: [treated]}
                measurements:
                  - {code: weight, unit: kg}
                outcomes: []
                """).protocol();

    private final List<Child> children = new ArrayList<>();

    @Test
    void theFlowCountsEachStepByArmAndSaysWhy() {
        study();

        Overview overview = on("2025-06-01");

        assertThat(step(overview, Step.SCREENED, "all").codes()).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(step(overview, Step.CONSENTED, "all").subjects()).isEqualTo(5);
        assertThat(step(overview, Step.SCREEN_FAILED, "all").reasons()).isEqualTo(new TreeMap<>(Map.of("declined", 1)));
        assertThat(step(overview, Step.ENROLLED, "treated").codes()).containsExactly("A", "B", "C");
        assertThat(step(overview, Step.ENROLLED, "untreated").codes()).containsExactly("D", "E");
        assertThat(step(overview, Step.TREATED, "treated").codes()).containsExactly("A", "B");
        assertThat(step(overview, Step.SERIES_COMPLETE, "treated").codes()).containsExactly("A");
        assertThat(step(overview, Step.TREATMENT_STOPPED, "treated").reasons())
                .isEqualTo(new TreeMap<>(Map.of("adverse-event", 1)));
        assertThat(step(overview, Step.CROSSED_OVER, "untreated").codes()).containsExactly("E");
        assertThat(step(overview, Step.DIED, "treated").codes()).containsExactly("C");
        assertThat(step(overview, Step.LOST_TO_FOLLOW_UP, "untreated").codes()).containsExactly("D");
        assertThat(step(overview, Step.IN_FOLLOW_UP, "treated").codes()).containsExactly("A", "B");
    }

    @Test
    void theFlowKnowsNothingThatHappenedAfterTheCutOff() {
        study();

        Overview early = on("2024-03-01");

        assertThat(step(early, Step.DIED, "treated").subjects()).isZero();
        assertThat(step(early, Step.TREATMENT_STOPPED, "treated").subjects()).isZero();
        assertThat(step(early, Step.SERIES_COMPLETE, "treated").subjects()).isZero();
        assertThat(step(early, Step.IN_FOLLOW_UP, "treated").subjects()).isEqualTo(3);
        assertThat(step(on("2023-12-31"), Step.SCREENED, "all").subjects()).isZero();
    }

    @Test
    void leavingIsToldByItsKind() {
        child("A", "treated").with(new Withdrawal(day("2024-02-01"), WithdrawalKind.SPONSOR, "non-compliance"));
        child("B", "treated").with(new Completion(day("2025-01-01")));

        Overview overview = on("2025-06-01");

        assertThat(step(overview, Step.DISCONTINUED_BY_SPONSOR, "treated").reasons())
                .isEqualTo(new TreeMap<>(Map.of("non-compliance", 1)));
        assertThat(step(overview, Step.DISCONTINUED_BY_INVESTIGATOR, "treated").subjects())
                .isZero();
        assertThat(step(overview, Step.COMPLETED, "treated").codes()).containsExactly("B");
        assertThat(step(overview, Step.IN_FOLLOW_UP, "treated").subjects()).isZero();
    }

    @Test
    void theBaselineIsWhatWasKnownOnTheDayOfEnrolment() {
        child("A", "treated")
                .born("2023-01-02", "F")
                .weighed("2023-12-01", "7.5")
                .weighed("2024-01-01", "8.0");
        child("B", "treated")
                .born("2022-01-02", "M")
                .weighed("2024-01-02", "10")
                .weighed("2024-01-03", "99");
        child("C", "treated").with(new Covariate(day("2023-06"), "gene", "COL1A1"));

        Overview overview = on("2025-06-01");

        Summary weight = summary(overview, "weight");
        assertThat(weight.n()).isEqualTo(2);
        assertThat(weight.missing()).isEqualTo(1);
        assertThat(weight.mean().asDouble()).hasValue(9.0);
        assertThat(weight.standardDeviation().asDouble().orElseThrow()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(weight.lowerQuartile().asDouble()).hasValue(8.5);
        assertThat(summary(overview, "age").mean().asDouble().orElseThrow())
                .isCloseTo((365 + 730) / 2.0 / 365.25, within(1e-12));
        assertThat(counts(overview, "sex")).isEqualTo(new TreeMap<>(Map.of("F", 1, "M", 1, "unknown", 1)));
        assertThat(counts(overview, "gene")).isEqualTo(new TreeMap<>(Map.of("COL1A1", 1, "unknown", 2)));
        assertThat(overview.baseline())
                .filteredOn(
                        row -> row.group().equals("untreated") && row.property().equals("weight"))
                .singleElement()
                .satisfies(row -> assertThat(row.summary().mean().reason()).isEqualTo("no values"));
    }

    @Test
    void theExposureTellsDosesDelaysAndWhatIsOpen() {
        child("A", "treated").dose(1, "2024-02-01", "3e6").dose(2, "2024-06-03", "3.3e6");
        child("B", "treated").dose(1, "2024-02-01", "3e6").dose(2, "2024-07-01", null);
        child("C", "treated").dose(1, "2024-03-01", "2e6").with(new MissedTreatment(day("2024-07-01"), 2, "illness"));
        child("D", "treated");
        child("E", "treated").booster("2024-05-01");

        ExposureTable.Row row = on("2025-06-01").exposure().getFirst();

        assertThat(row.group()).isEqualTo("treated");
        assertThat(row.subjects()).isEqualTo(5);
        assertThat(row.treated()).isEqualTo(4);
        assertThat(row.doses()).isEqualTo(6);
        assertThat(row.outsideSeries()).isEqualTo(1);
        assertThat(row.notWhole()).isEqualTo(1);
        assertThat(row.perKilogram().n()).isEqualTo(4);
        assertThat(row.perKilogram().missing()).isEqualTo(2);
        assertThat(row.daysOfTreatment().maximum().asDouble()).hasValue(151);
        assertThat(row.amounts()).containsOnlyKeys("cells");
        ExposureTable.Planned second = row.series().get(1);
        assertThat(second.given()).isEqualTo(2);
        assertThat(second.missed()).isEqualTo(1);
        assertThat(second.open()).isEqualTo(2);
        assertThat(second.outsideWindow()).isEqualTo(1);
        assertThat(second.delayDays().minimum().asDouble()).hasValue(2);
        assertThat(second.delayDays().maximum().asDouble()).hasValue(30);
    }

    @Test
    void controlsHaveNoExposure() {
        child("A", "untreated");

        assertThat(on("2025-06-01").exposure())
                .extracting(ExposureTable.Row::group)
                .containsExactly("treated");
    }

    @Test
    void rule20_aVisitIsExpectedOnceItsWindowHasClosed() {
        child("A", "untreated").visit("M6", "2024-07-02");
        child("B", "untreated").visit("M6", "2024-07-20");
        child("C", "untreated").with(new MissedVisit(day("2024-07-02"), "M6", "illness"));
        child("D", "untreated");
        child("E", "untreated").with(new Death(day("2024-05-01"), null));

        VisitCompleteness.Row open = on("2024-07-09").visits().getFirst();
        VisitCompleteness.Row closed = on("2024-07-21").visits().getFirst();

        assertThat(open.notYet()).isEqualTo(2);
        assertThat(open.expected()).isEqualTo(2);
        assertThat(closed.expected()).isEqualTo(4);
        assertThat(closed.inWindow()).isEqualTo(1);
        assertThat(closed.outsideWindow()).isEqualTo(1);
        assertThat(closed.missed()).isEqualTo(1);
        assertThat(closed.overdueSubjects()).containsExactly("D");
        assertThat(closed.made().asDouble()).hasValue(0.5);
    }

    @Test
    void aVisitOfAnotherArmIsNobodysHere() {
        child("A", "untreated");

        assertThat(on("2025-06-01").visits())
                .extracting(VisitCompleteness.Row::visit)
                .containsExactly("M6");
    }

    @Test
    void fracturesAreRatedByTheAgeAtWhichTheyCanHappen() {
        child("A", "treated")
                .born("2023-01-02", "F")
                .with(new FollowUp(
                        EnumSet.of(FollowUpKind.FRACTURE),
                        LocalDate.parse("2023-01-02"),
                        LocalDate.parse("2025-01-02"),
                        FollowUpAnswer.THESE,
                        FollowUpSource.VISIT,
                        null))
                .with(new Fracture(
                        day("2023-09-01"),
                        Bone.FEMUR,
                        Laterality.LEFT,
                        Mechanism.LOW_ENERGY,
                        FractureSource.RADIOGRAPH,
                        Confirmation.CONFIRMED,
                        null,
                        null,
                        null));

        Map<String, Long> events = new TreeMap<>();
        on("2025-06-01").fractureRateByAge().groups().forEach(band -> {
            if (band.personDays() > 0) {
                events.put(band.group() + " in " + band.personDays() + " days", band.events());
            }
        });

        assertThat(events)
                .isEqualTo(new TreeMap<>(Map.of(
                        "0 to 6 months in 181 days",
                        0L,
                        "6 to 12 months in 184 days",
                        1L,
                        "1 to 2 years in 366 days",
                        0L)));
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        study();
        Overview told = on("2025-06-01");

        Collections.reverse(children);

        assertThat(on("2025-06-01")).isEqualTo(told);
    }

    private void study() {
        child("A", "treated").dose(1, "2024-02-01", "3e6").dose(2, "2024-06-03", "3e6");
        child("B", "treated").dose(1, "2024-02-01", "3e6").with(new TreatmentStop(day("2024-04-01"), "adverse-event"));
        child("C", "treated").with(new Death(day("2024-12-01"), null));
        child("D", "untreated").with(new LossToFollowUp(day("2024-09-01"), 3));
        child("E", "untreated").with(new ArmChange(day("2024-10-01"), new ArmId("treated"), "rescue"));
        screened("F").with(new ScreenFailure(day("2024-01-05"), "declined"));
    }

    private Overview on(String cutoff) {
        return Overview.of(
                PROTOCOL, children.stream().map(child -> child.record).toList(), List.of(), LocalDate.parse(cutoff));
    }

    private static ParticipantFlow.Row step(Overview overview, Step step, String group) {
        return overview.flow().stream()
                .filter(row -> row.step() == step && row.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static BaselineTable.Row property(Overview overview, String property) {
        return overview.baseline().stream()
                .filter(row -> row.property().equals(property) && row.group().equals("treated"))
                .findFirst()
                .orElseThrow();
    }

    private static Summary summary(Overview overview, String property) {
        return Objects.requireNonNull(property(overview, property).summary());
    }

    private static Map<String, Integer> counts(Overview overview, String property) {
        return Objects.requireNonNull(property(overview, property).counts());
    }

    private static ClinicalDate day(String text) {
        return ClinicalDate.of(text);
    }

    private Child screened(String code) {
        Child child = new Child(code).with(new Screening(day("2024-01-02"), new SiteId("utrecht")));
        children.add(child);
        return child;
    }

    private Child child(String code, String arm) {
        return screened(code)
                .with(new Consent(day("2024-01-02"), ConsentGiver.GUARDIAN, 1))
                .with(new ArmChoice(day("2024-01-02"), new ArmId(arm), null))
                .with(new Enrolment(day("2024-01-02")));
    }

    private static final class Child {

        private SubjectRecord record;

        Child(String code) {
            record = SubjectRecord.empty(new StudyId("bones"), new SubjectId(code));
        }

        Child with(ClinicalRecord told) {
            RecordId id = new RecordId(RecordKind.of(told).token() + "-" + (record.version() + 1));
            record = record.apply(
                    new Recorded<>(id, told), record.position() + 1, Instant.parse("2024-01-01T09:00:00Z"));
            return this;
        }

        Child born(String day, String sex) {
            ClinicalDate born = ClinicalDate.of(day);
            return with(new Birth(
                    new Personal<>("key", "sealed"),
                    AgeOn.of(born.range().orElseThrow(), LocalDate.parse("2024-01-02")),
                    null,
                    sex));
        }

        Child weighed(String day, String kilograms) {
            return with(new Measurement(day(day), "weight", new BigDecimal(kilograms), null, "kg", null));
        }

        Child dose(int number, String day, @Nullable String perKilogram) {
            return with(new Treatment(
                    day(day),
                    null,
                    number,
                    new Quantity(BigDecimal.TEN, "cells"),
                    perKilogram == null ? null : new BigDecimal(perKilogram),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }

        Child booster(String day) {
            return with(new Treatment(
                    day(day),
                    null,
                    null,
                    new Quantity(BigDecimal.ONE, "cells"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    DoseCompleteness.PARTIAL,
                    null,
                    null,
                    null));
        }

        Child visit(String code, String day) {
            return with(new Visit(day(day), null, code, null, null, VisitType.SCHEDULED, VisitMode.CLINIC));
        }
    }
}
