package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Clinic.row;
import static org.trialog.command.subject.Clinic.rows;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.arm;
import static org.trialog.command.subject.Records.consent;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolment;
import static org.trialog.command.subject.Records.followUp;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.visit;
import static org.trialog.command.subject.Records.weight;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Acceptance.RowVerdict;
import org.trialog.command.order.Acceptance.Verdict;
import org.trialog.command.order.Act;
import org.trialog.command.order.ImportedRow;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.Bone;

class ImportTest {
    private static final ClinicalRecord[] SUBJECT = {
        screening("2023-02-01"),
        consent("2023-02-02", ConsentGiver.SUBJECT),
        enrolment("2023-03-01"),
        arm("2023-03-01", "cells"),
        death("2023-08-02"),
        unscheduled("2023-08-03"),
        adverseEvent("2023-07", 5, false, AdverseEventOutcome.FATAL),
        visit("W2", "2023-04-20")
    };

    private final Clinic imported = Clinic.opensBare().imports(SUBJECT);

    @Test
    void rule41_everyRowIsKeptAndWhatIsWrongWithItFlagged() {
        assertThat(imported.flags()).containsExactly("after-death", "fatal-not-serious", "partial-date");
    }

    @Test
    void rule41_eachRowHasItsVerdict() {
        List<RowVerdict> verdicts = Clinic.opensBare().imported(rows(SUBJECT)).rows();

        assertThat(verdicts).hasSize(8).allMatch(verdict -> verdict.verdict() == Verdict.ACCEPTED);
        assertThat(verdicts.get(5))
                .extracting(RowVerdict::flagged, RowVerdict::rule, RowVerdict::reason)
                .containsExactly(true, 18, "after-death");
        assertThat(verdicts.get(7))
                .extracting(RowVerdict::flagged, RowVerdict::rule, RowVerdict::reason)
                .containsExactly(false, 0, "");
    }

    @Test
    void rule41_theFactsOfARowCarryIt() {
        ImportedRow row = ((Act.Make) rows(SUBJECT)[5]).row();

        assertThat(Clinic.opensBare().imported(rows(SUBJECT)).facts())
                .filteredOn(decided -> row.text().equals(decided.row()))
                .extracting(Decision.Decided::fact)
                .hasExactlyElementsOfTypes(Recorded.class, RecordFlagged.class);
    }

    @Test
    void rule41_theOrderOfTheRowsHasNoMeaning() {
        ClinicalRecord[] turned = {
            SUBJECT[0], SUBJECT[7], SUBJECT[6], SUBJECT[5], SUBJECT[4], SUBJECT[3], SUBJECT[2], SUBJECT[1]
        };

        assertThat(Clinic.opensBare().imports(turned).flags()).containsExactlyInAnyOrderElementsOf(imported.flags());
    }

    @Test
    void rule41_importingAgainChangesNothing() {
        Decision.Accepted again = imported.imported(rows(SUBJECT));

        assertThat(again.facts()).isEmpty();
        assertThat(again.touched()).isEmpty();
        assertThat(again.rows()).hasSize(8).allMatch(verdict -> verdict.verdict() == Verdict.DUPLICATE);
    }

    @Test
    void rule41_aChangedRowIsACorrection() {
        Decision.Accepted changed = imported.imported(row(6, unscheduled("2023-08-01")));

        assertThat(changed.facts().getFirst().fact()).isInstanceOf(Corrected.class);
        assertThat(changed.facts().getFirst().reason()).isEqualTo(Reimport.REASON);
        assertThat(changed.rows().getFirst().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(imported.after(changed).flags()).doesNotContain("after-death");
        assertThat(imported.after(changed)
                        .imported(row(6, unscheduled("2023-08-01")))
                        .facts())
                .isEmpty();
    }

    @Test
    void rule41_aRowThatSaysTheSameInOtherWordsIsNoCorrection() {
        Act same = new Act.Make(unscheduled("2023-08-03"), null, new ImportedRow("xx", "6", "another digest"));

        assertThat(imported.imported(same).facts()).isEmpty();
    }

    @Test
    void rule41_aChangedRowWhoseRecordAPersonHasCorrectedIsAConflict() {
        Clinic corrected = imported.corrects("visit-1", unscheduled("2023-08-02"));

        Decision.Accepted unchanged = corrected.imported(row(6, unscheduled("2023-08-03")));
        assertThat(unchanged.rows().getFirst().verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(unchanged.facts()).isEmpty();

        Decision.Accepted conflict = corrected.imported(row(6, unscheduled("2023-08-01")));
        assertThat(conflict.facts()).isEmpty();
        assertThat(conflict.rows().getFirst())
                .extracting(RowVerdict::verdict, RowVerdict::rule, RowVerdict::reason)
                .containsExactly(Verdict.REJECTED, 41, "conflict");
    }

    @Test
    void rule41_aChangedRowWhoseRecordAPersonHasRetractedIsAConflict() {
        Clinic retracted = imported.retracts("visit-1");

        assertThat(retracted
                        .imported(row(6, unscheduled("2023-08-01")))
                        .rows()
                        .getFirst()
                        .reason())
                .isEqualTo("conflict");
    }

    @Test
    void rule41_aRowThatBecomesAnotherKindOfRecordReplacesTheOldOne() {
        Decision.Accepted changed = imported.imported(row(6, fracture("2023-07-01", Bone.FEMUR)));

        assertThat(changed.facts())
                .extracting(Decision.Decided::fact)
                .hasAtLeastOneElementOfType(Retracted.class)
                .hasAtLeastOneElementOfType(Recorded.class);
        assertThat(changed.rows()).hasSize(1);
        assertThat(imported.after(changed)
                        .imported(row(6, fracture("2023-07-01", Bone.FEMUR)))
                        .facts())
                .isEmpty();
    }

    @Test
    void rule41_whatHasNoRowOfItsOwnIsNotRecordedTwice() {
        Act confirmed = Act.Make.of(followUp("2023-03-01", "2023-08-02", FollowUpAnswer.THESE));
        Clinic once = imported.after(imported.imported(confirmed));

        assertThat(once.imported(confirmed).facts()).isEmpty();
    }

    @Test
    void rule41_onlyARowThatCannotBeUnderstoodIsRejectedAndTheOthersStand() {
        Decision.Accepted accepted =
                Clinic.opensBare().imported(row(1, unscheduled("2023-04-01")), row(2, screening("2023-02-01")));

        assertThat(accepted.rows()).extracting(RowVerdict::verdict).containsExactly(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(accepted.rows().getFirst().reason()).isEqualTo("subject-unknown");
        assertThat(accepted.touched()).hasSize(1);
    }

    @Test
    void rule41_anActThatNoRowAnswersForDoesNotVanish() {
        Clinic.opensBare().refusesImport("subject-unknown", Act.Make.of(unscheduled("2023-04-01")));
        imported.refusesImport("record-unknown", Clinic.correction("visit-9", unscheduled("2023-04-01")));
    }

    @Test
    void breakingARuleOnPurposeChangesTheFlagsOfAnImport() {
        assertThat(Clinic.opensBare().without("after-death").imports(SUBJECT).flags())
                .containsExactly("fatal-not-serious", "partial-date");
        assertThat(Clinic.opensBare()
                        .without("fatal-not-serious")
                        .imports(SUBJECT)
                        .flags())
                .containsExactly("after-death", "partial-date");
        assertThat(Clinic.opensBare().without("partial-date").imports(SUBJECT).flags())
                .containsExactly("after-death", "fatal-not-serious");
    }

    @Test
    void whatBelongsToOneSubjectIsFlaggedWithoutBeingStopped() {
        Clinic doseless = Clinic.opensBare()
                .imports(screening("2023-02-01"), dose(2, "2023-03-01"), weight("2023-03-01", "9", "kg"));

        assertThat(doseless.flags()).contains("not-enrolled", "arm-not-set", "dose-out-of-order", "consent-missing");
    }
}
