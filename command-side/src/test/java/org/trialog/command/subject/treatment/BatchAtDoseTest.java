package org.trialog.command.subject.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.authorisation;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.justified;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.Surroundings.BatchStanding;

class BatchAtDoseTest {
    private static final String DAY = "2023-03-10";

    private final Clinic child = Clinic.opens().knows(childIn("cells"));

    @Test
    void rule12_noDoseIsGivenOfABatchInQuarantine() {
        with(false, DAY, null, null).onlyAsDeviation(12, "batch-quarantined", dose(1, DAY, "B1"));
        with(false, "2023-03-11", null, null).trusts("batch-quarantined", dose(1, DAY, "B1"));
        with(false, "2023-03-11", null, null).doubts("possibly-batch-quarantined", dose(1, "2023-03", "B1"));
    }

    @Test
    void rule12_noDoseIsGivenOfABatchThatWasRecalled() {
        with(false, null, null, DAY).onlyAsDeviation(12, "batch-recalled", dose(1, DAY, "B1"));
        with(false, null, null, "2023-03-11").trusts("batch-recalled", dose(1, DAY, "B1"));
    }

    @Test
    void rule12_noDoseIsGivenOfABatchThatWasRejected() {
        with(false, null, "2023-02-05", null).onlyAsDeviation(12, "batch-rejected", dose(1, DAY, "B1"));
        with(false, null, DAY, null).onlyAsDeviation(12, "batch-rejected", dose(1, DAY, "B1"));
    }

    @Test
    void rule12_aBatchThatIsRejectedAfterTheDoseFlagsItAndLetsItBeCorrected() {
        Clinic dosed = with(false, null, null, null).knows(dose(1, DAY, "B1"));
        Clinic rejected = dosed.batch(
                "B1",
                new BatchStanding(
                        LocalDate.parse("2023-02-01"),
                        LocalDate.parse("2023-12-31"),
                        false,
                        null,
                        LocalDate.parse("2024-01-01"),
                        null,
                        null,
                        null));

        assertThat(rejected.corrects("treatment-1", dose(1, "2023-03-11", "B1")).flags("treatment-1"))
                .contains("batch-rejected-later")
                .doesNotContain("batch-rejected");
        rejected.neverTrue(12, "batch-rejected", authorisation(2, "2023-07-10", "B1"));
    }

    @Test
    void rule12_aBatchOutOfSpecificationNeedsAJustificationOfItsOwn() {
        String code = "out-of-specification-without-justification";

        with(true, null, null, null).onlyAsDeviation(12, code, dose(1, DAY, "B1"));
        with(true, null, null, null).trusts(code, justified(dose(1, DAY, "B1")));
        with(false, null, null, null).trusts(code, dose(1, DAY, "B1"));
    }

    @Test
    void rule12_anUnusableBatchIsNeverAuthorised() {
        child.neverTrue(12, "batch-unknown", authorisation(1, DAY, "B1"));
        child.batch("B1", null, "2023-12-31").neverTrue(12, "batch-not-released", authorisation(1, DAY, "B1"));
        child.batch("B1", "2023-03-11", "2023-12-31").neverTrue(12, "batch-not-released", authorisation(1, DAY, "B1"));
        child.batch("B1", "2023-03-01", "2023-03-09").neverTrue(12, "batch-expired", authorisation(1, DAY, "B1"));
        with(false, DAY, null, null).neverTrue(12, "batch-quarantined", authorisation(1, DAY, "B1"));
        with(false, null, DAY, null).neverTrue(12, "batch-rejected", authorisation(1, DAY, "B1"));
        with(false, null, null, DAY).neverTrue(12, "batch-recalled", authorisation(1, DAY, "B1"));
        child.batch("B1", DAY, DAY).trusts("batch-expired", authorisation(1, DAY, "B1"));
    }

    @Test
    void rule12_anAuthorisedBatchOutOfSpecificationIsFlaggedUntilTheDoseJustifiesIt() {
        with(true, null, null, null).doubts("out-of-specification-authorised", authorisation(1, DAY, "B1"));
        with(false, null, null, null).trusts("out-of-specification-authorised", authorisation(1, DAY, "B1"));
    }

    private Clinic with(boolean outOfSpecification, String quarantined, String rejected, String recalled) {
        return child.batch(
                "B1",
                new BatchStanding(
                        LocalDate.parse("2023-02-01"),
                        LocalDate.parse("2023-12-31"),
                        outOfSpecification,
                        day(quarantined),
                        day(rejected),
                        day(recalled),
                        null,
                        null));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
