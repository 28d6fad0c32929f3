package org.trialog.command.subject.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.confirmation;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.image;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.refutation;
import static org.trialog.command.subject.Records.seen;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.ImagingFinding;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;

class ImagingTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());
    private final Clinic pending = child.knows(seen("2023-05-01", FractureSource.PARENT, Confirmation.PENDING));

    @Test
    void rule27_whatIsSeenWithoutARadiographIsNotConfirmed() {
        child.doubts("confirmed-without-radiograph", seen("2023-05-01", FractureSource.PARENT, Confirmation.CONFIRMED));
        child.doubts(
                "confirmed-without-radiograph", seen("2023-05-01", FractureSource.CLINICIAN, Confirmation.CONFIRMED));
        child.trusts(
                "confirmed-without-radiograph", seen("2023-05-01", FractureSource.RADIOGRAPH, Confirmation.CONFIRMED));
        child.trusts("confirmed-without-radiograph", seen("2023-05-01", FractureSource.PARENT, Confirmation.PENDING));
    }

    @Test
    void rule27_aRadiographConfirmsWhatAParentReported() {
        Clinic confirmed = pending.trusts(
                "confirmed-without-radiograph", confirmation("2023-05-02", "fracture-1", FractureSource.RADIOGRAPH));
        assertThat(confirmed
                        .state()
                        .standing(Fracture.class)
                        .getFirst()
                        .details()
                        .confirmation())
                .isEqualTo(Confirmation.CONFIRMED);

        pending.doubts(
                "confirmed-without-radiograph", confirmation("2023-05-02", "fracture-1", FractureSource.CLINICIAN));
    }

    @Test
    void rule27_aRadiographRefutesWhatAParentReported() {
        Clinic refuted = pending.trusts("refuted-without-radiograph", refutation("2023-05-02", "fracture-1"));
        assertThat(refuted.state().standing(Fracture.class).getFirst().details().confirmation())
                .isEqualTo(Confirmation.REFUTED);

        pending.doubts(
                "refuted-without-radiograph",
                new FractureRefutation(
                        on("2023-05-02"), new RecordId("fracture-1"), FractureSource.CLINICIAN, null, null));
    }

    @Test
    void rule27_aRadiographThatComesLaterClearsTheDoubt() {
        Clinic doubted = child.knows(seen("2023-05-01", FractureSource.PARENT, Confirmation.CONFIRMED));

        assertThat(doubted.knows(confirmation("2023-05-02", "fracture-1", FractureSource.RADIOGRAPH))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule27_readingsThatContradictEachOtherAreFlaggedUntilOneIsRetracted() {
        Clinic both = pending.knows(
                confirmation("2023-05-02", "fracture-1", FractureSource.RADIOGRAPH),
                refutation("2023-05-03", "fracture-1"));
        assertThat(both.flags("fracture-1")).containsExactly("contradictory-readings");

        assertThat(both.retracts("fracture-refutation-1").flags()).isEmpty();
    }

    @Test
    void rule27_noImageShowsAFractureBeforeItHappened() {
        pending.neverTrue(
                27, "reading-before-fracture", confirmation("2023-04-30", "fracture-1", FractureSource.RADIOGRAPH));
        pending.neverTrue(27, "reading-before-fracture", refutation("2023-04-30", "fracture-1"));
        pending.neverTrue(27, "image-before-fracture", image("2023-04-30", ImagingFinding.NEW_FRACTURE, "fracture-1"));
        pending.trusts("image-before-fracture", image("2023-04", ImagingFinding.NEW_FRACTURE));
        pending.trusts("image-before-fracture", image("2023-05-01", ImagingFinding.NEW_FRACTURE, "fracture-1"));
        pending.trusts("reading-before-fracture", refutation("2023-05", "fracture-1"));
    }

    @Test
    void rule27_movingTheFractureBehindItsReadingIsFlagged() {
        Clinic confirmed = pending.knows(confirmation("2023-05-02", "fracture-1", FractureSource.RADIOGRAPH));

        assertThat(confirmed
                        .corrects("fracture-1", seen("2023-05-10", FractureSource.PARENT, Confirmation.PENDING))
                        .flags("fracture-confirmation-1"))
                .containsExactly("reading-before-fracture");
    }

    @Test
    void rule27_anImageNamesWhatItShows() {
        child.doubts("new-fracture-not-listed", image("2023-05-02", ImagingFinding.NEW_FRACTURE));
        pending.trusts("new-fracture-not-listed", image("2023-05-02", ImagingFinding.NEW_FRACTURE, "fracture-1"));
        pending.neverTrue(
                27, "fractures-without-finding", image("2023-05-02", ImagingFinding.NO_FRACTURE, "fracture-1"));
        assertThat(child.knows(image("2023-05-02", ImagingFinding.NO_FRACTURE)).flags())
                .isEmpty();
    }

    @Test
    void aReadingIsOfRecordsThatThereAre() {
        Clinic two = pending.knows(fracture("2023-05-03", Bone.TIBIA));

        two.neverTrue(0, "imaged-fracture-unknown", image("2023-05-02", ImagingFinding.NEW_FRACTURE, "fracture-3"));
        two.neverTrue(0, "imaged-fracture-unknown", image("2023-05-02", ImagingFinding.OTHER, "enrolment-1"));
        two.refuses(0, "record-unknown", confirmation("2023-05-02", "fracture-9", FractureSource.RADIOGRAPH));
        two.refuses(0, "record-unknown", refutation("2023-05-02", "fracture-9"));
        two.neverTrue(
                0,
                "imaging-unknown",
                new FractureConfirmation(
                        on("2023-05-02"),
                        new RecordId("fracture-1"),
                        FractureSource.RADIOGRAPH,
                        new RecordId("imaging-1"),
                        null));
    }
}
