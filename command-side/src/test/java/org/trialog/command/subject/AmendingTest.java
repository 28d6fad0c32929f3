package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Clinic.WORDS;
import static org.trialog.command.subject.Clinic.correction;
import static org.trialog.command.subject.Clinic.retraction;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.weight;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.command.subject.Decision.Decided;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;

class AmendingTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));
    private final Clinic broken = child.knows(fracture("2023-05-01", Bone.FEMUR));

    @Test
    void rule36_aCorrectionKeepsOldAndNewAndSaysWhy() {
        Act act = correction("fracture-1", fracture("2023-05-01", Bone.TIBIA));

        Decision.Accepted accepted = broken.accepted(broken.live(false, act));

        assertThat(accepted.facts())
                .containsExactly(new Decided(
                        new Corrected<>(
                                new RecordId("fracture-1"),
                                fracture("2023-05-01", Bone.FEMUR),
                                fracture("2023-05-01", Bone.TIBIA)),
                        null,
                        new Reason("transcription-error", WORDS)));
    }

    @Test
    void rule36_aRetractionKeepsWhatWasSaid() {
        Decision.Accepted accepted = broken.accepted(broken.live(false, retraction("fracture-1")));

        assertThat(accepted.facts())
                .extracting(Decided::fact)
                .containsExactly(new Retracted<>(new RecordId("fracture-1"), fracture("2023-05-01", Bone.FEMUR)));
    }

    @Test
    void rule36_thereIsSomethingToCorrectAndTheCorrectionChangesIt() {
        broken.refuses(36, "record-unknown", correction("fracture-2", fracture("2023-05-01", Bone.TIBIA)));
        broken.refuses(36, "record-unknown", correction("nonsense", fracture("2023-05-01", Bone.TIBIA)));
        broken.refuses(36, "nothing-changes", correction("fracture-1", fracture("2023-05-01", Bone.FEMUR)));
        broken.refuses(36, "nothing-changes", correction("birth-1", birth("2023-01-10", "40+0")));
        broken.refuses(36, "other-kind", correction("fracture-1", weight("2023-05-01", "9", "kg")));
        broken.retracts("fracture-1")
                .refuses(36, "record-retracted", correction("fracture-1", fracture("2023-05-01", Bone.TIBIA)));
        broken.retracts("fracture-1").refuses(36, "record-retracted", retraction("fracture-1"));
    }

    @Test
    void rule36_aPersonSaysWhyInWords() {
        broken.refuses(
                36, "reason-without-words", new Act.Retract(new RecordId("fracture-1"), new Reason("duplicate", null)));
    }

    @Test
    void rule36_theScreeningStandsAsLongAsAnythingElse() {
        broken.refuses(36, "others-depend-on-it", retraction("screening-1"));
    }

    @Test
    void aNumberIsNotGivenAgainAfterARetraction() {
        Clinic again = broken.retracts("fracture-1").knows(fracture("2023-05-02", Bone.FEMUR));

        assertThat(again.state().standing(Fracture.class))
                .extracting(held -> held.id().value())
                .containsExactly("fracture-2");
    }

    @Test
    void aCorrectionIsJudgedLikeTheNewValue() {
        broken.refuses(17, "date-in-future", correction("fracture-1", fracture("2025-05-01", Bone.FEMUR)));
    }

    @Test
    void aCorrectionResolvesWhatNoLongerHoldsAndRaisesWhatDoes() {
        Clinic weighed = child.doubts("implausible-value", weight("2023-05-01", "900", "kg"));

        Decision.Accepted mended =
                weighed.accepted(weighed.live(false, correction("measurement-1", weight("2023-05-01", "9", "kg"))));
        assertThat(mended.facts().getLast().fact()).isEqualTo(new FlagResolved(new RecordId("flag-1"), "corrected"));

        Decision.Accepted still =
                weighed.accepted(weighed.live(false, correction("measurement-1", weight("2023-05-01", "800", "kg"))));
        assertThat(still.facts().stream().map(Decided::fact).skip(1).toList())
                .hasExactlyElementsOfTypes(FlagResolved.class, RecordFlagged.class);
    }

    @Test
    void aRetractionResolvesTheFlagsOfItsRecord() {
        Clinic weighed = child.doubts("implausible-value", weight("2023-05-01", "900", "kg"));

        assertThat(weighed.accepted(weighed.live(false, retraction("measurement-1")))
                        .facts())
                .extracting(Decided::fact)
                .endsWith(new FlagResolved(new RecordId("flag-1"), "retracted"));
    }

    @Test
    void whatWasAcceptedAsADeviationCanBeCorrected() {
        Clinic control = Clinic.opens().knows(childIn("untreated")).deviates(dose(1, "2023-03-10"));

        Clinic corrected = control.corrects("treatment-1", dose(1, "2023-03-11"));

        assertThat(corrected.flags("treatment-1")).containsExactly("dose-to-control");
        control.refuses(17, "date-in-future", correction("treatment-1", dose(1, "2025-03-11")));
    }

    @Test
    void allActsOfAnOrderAreDecidedOrNone() {
        assertThat(child.refuses(17, "date-in-future", unscheduled("2023-05-01"), unscheduled("2025-05-01"))
                        .fields())
                .isEqualTo(List.of("acts[1].date"));
    }

    @Test
    void theHeaviestFindingOfTheFirstFaultyActRefuses() {
        Clinic.opens().knows(childIn("untreated")).refuses(17, "date-in-future", dose(2, "2025-03-10"));
    }
}
