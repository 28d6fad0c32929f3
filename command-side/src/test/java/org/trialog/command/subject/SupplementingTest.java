package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trialog.command.subject.CourseRecords.withdrawn;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.fracture;

import org.junit.jupiter.api.Test;
import org.trialog.command.order.Acceptance.RowVerdict;
import org.trialog.command.order.Acceptance.Verdict;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.value.Bone;

class SupplementingTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells")).knows(fracture("2023-05-01", Bone.FEMUR));

    @Test
    void whatSaysMoreOfARecordFindsItAndItsKind() {
        child.refuses(0, "record-unknown", withdrawn("2023-06-01", "consent-9", ConsentScope.ALL));
        child.refuses(0, "record-unknown", withdrawn("2023-06-01", "fracture-1", ConsentScope.ALL));
        child.knows(withdrawn("2023-06-01", "consent-1", ConsentScope.VISITS))
                .refuses(
                        0,
                        "record-unknown",
                        Clinic.correction(
                                "consent-withdrawal-1", withdrawn("2023-06-01", "consent-9", ConsentScope.VISITS)));
    }

    @Test
    void aRowThatSaysMoreOfNothingIsRejected() {
        assertThat(child.imported(Clinic.row(1, withdrawn("2023-06-01", "consent-9", ConsentScope.ALL)))
                        .rows())
                .extracting(RowVerdict::verdict, RowVerdict::reason)
                .containsExactly(tuple(Verdict.REJECTED, "record-unknown"));
    }

    @Test
    void whatWasSaidOfARetractedRecordIsFlagged() {
        assertThat(child.knows(withdrawn("2023-06-01", "consent-1", ConsentScope.VISITS))
                        .retracts("consent-1")
                        .flags("consent-withdrawal-1"))
                .containsExactly("of-retracted-record");
    }
}
