package org.trialog.query.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.StudyView;
import org.trialog.query.trace.Traceability.Dose;
import org.trialog.query.trace.Traceability.Traced;

/** From the donor to the subject and back. */
class TraceabilityTest {

    private static final StudyId STUDY = new StudyId("bones");
    private static final StudyView KNOWN = StudyView.empty(STUDY)
            .apply(made("B-1", "D-7"))
            .apply(made("B-2", "D-7"))
            .apply(made("B-3", "D-8"))
            .apply(own("B-4", "S-2"));
    private static final List<SubjectRecord> RECORDS =
            List.of(dosed("S-1", "B-1", "B-3"), dosed("S-2", "B-1", "B-4"), dosed("S-3", "B-9"));

    @Test
    void rule13_fromADonorToEveryDoseOfItsCells() {
        List<Traced> traced = Traceability.ofDonor(KNOWN, RECORDS, "D-7").batches();
        assertThat(traced).extracting(Traced::batch).containsExactly(new BatchId("B-1"), new BatchId("B-2"));
        assertThat(subjects(traced.getFirst())).containsExactly("S-1", "S-2");
        assertThat(traced.getLast().doses()).isEmpty();
    }

    @Test
    void rule13_fromASubjectBackToTheDonorsAndTheOthersOfTheBatch() {
        List<Traced> traced = Traceability.ofSubject(KNOWN, RECORDS, "S-1").batches();
        assertThat(traced).extracting(one -> one.known().donor()).containsExactly("D-7", "D-8");
        assertThat(subjects(traced.getFirst())).containsExactly("S-1", "S-2");
    }

    @Test
    void rule13_fromABatchBothWaysAndKeptThirtyYearsAfterExpiry() {
        Traced traced = Traceability.ofBatch(KNOWN, RECORDS, "B-3").batches().getFirst();
        assertThat(traced.known().donor()).isEqualTo("D-8");
        assertThat(traced.keptThrough()).isEqualTo(LocalDate.parse("2056-01-01"));
        assertThat(traced.doses()).extracting(Dose::treatment).containsExactly(new RecordId("treatment-2"));
    }

    @Test
    void rule13_aDoseOfABatchThatWasNeverRecordedIsStillFound() {
        Traced traced = Traceability.ofSubject(KNOWN, RECORDS, "S-3").batches().getFirst();
        assertThat(traced.known()).isNull();
        assertThat(subjects(traced)).containsExactly("S-3");
    }

    @Test
    void rule16_cellsOfTheSubjectsOwnLeadBackToIt() {
        assertThat(Traceability.ofDonor(KNOWN, RECORDS, "S-2").batches())
                .extracting(Traced::batch)
                .containsExactly(new BatchId("B-4"));
    }

    private static List<String> subjects(Traced traced) {
        return traced.doses().stream().map(dose -> dose.subject().value()).toList();
    }

    private static BatchManufactured made(String batch, String donor) {
        return new BatchManufactured(
                new BatchId(batch), "cells", donor, LocalDate.parse("2024-01-01"), LocalDate.parse("2026-01-01"));
    }

    private static BatchManufactured own(String batch, String subject) {
        return new BatchManufactured(
                new BatchId(batch),
                "cells",
                null,
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2026-01-01"),
                CellOrigin.AUTOLOGOUS,
                new SubjectId(subject),
                null,
                null,
                null,
                null,
                null);
    }

    private static SubjectRecord dosed(String subject, String... batches) {
        SubjectRecord told = SubjectRecord.empty(STUDY, new SubjectId(subject));
        for (String batch : batches) {
            long next = told.position() + 1;
            Treatment dose = new Treatment(
                    ClinicalDate.of("2024-02-01"),
                    null,
                    (int) next,
                    new Quantity(BigDecimal.TEN, "cells"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new BatchId(batch));
            told = told.apply(new Recorded<>(new RecordId("treatment-" + next), dose), next, Instant.EPOCH);
        }
        return told;
    }
}
