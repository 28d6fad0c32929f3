package org.trialog.command.subject.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.fracture;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.value.Bone;
import org.trialog.events.value.Laterality;

class FractureRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());
    private final Clinic broken = child.knows(fracture("2023-05-01", Bone.FEMUR));

    @Test
    void rule19_aFractureBeforeOrAtBirthIsNeverRefused() {
        assertThat(child.knows(
                                fracture("2022-12-01", Bone.FEMUR, Laterality.LEFT, Mechanism.IN_UTERO, null),
                                fracture("2023-01-10", Bone.HUMERUS, Laterality.LEFT, Mechanism.BIRTH, null),
                                fracture("2022-12-20", Bone.TIBIA))
                        .flags())
                .isEmpty();
    }

    @Test
    void rule19_aBirthFractureWeeksAfterBirthIsFlagged() {
        child.trusts(
                "birth-mechanism-after-birth",
                fracture("2023-02-07", Bone.HUMERUS, Laterality.LEFT, Mechanism.BIRTH, null));
        child.doubts(
                "birth-mechanism-after-birth",
                fracture("2023-02-08", Bone.HUMERUS, Laterality.LEFT, Mechanism.BIRTH, null));
    }

    @Test
    void rule28_theSameBoneAndSideWithinTheHealingTimeIsFlagged() {
        broken.doubts("refracture-or-duplicate", fracture("2023-06-11", Bone.FEMUR));
        broken.doubts("refracture-or-duplicate", fracture("2023-04-10", Bone.FEMUR));
        broken.trusts("refracture-or-duplicate", fracture("2023-06-12", Bone.FEMUR));
        broken.doubts("possibly-refracture-or-duplicate", fracture("2023", Bone.FEMUR));
    }

    @Test
    void rule28_anotherSideIsAnotherBone() {
        broken.trusts(
                "refracture-or-duplicate",
                fracture("2023-05-02", Bone.FEMUR, Laterality.RIGHT, Mechanism.LOW_ENERGY, null));
        broken.doubts(
                "refracture-or-duplicate",
                fracture("2023-05-02", Bone.FEMUR, Laterality.UNSPECIFIED, Mechanism.LOW_ENERGY, null));
    }

    @Test
    void rule29_severalRibsOfOneIncidentAreSeveralFractures() {
        Clinic rib = child.knows(fracture("2023-05-01", Bone.RIB, Laterality.LEFT, Mechanism.HIGH_ENERGY, "fall"));

        rib.trusts(
                "refracture-or-duplicate",
                fracture("2023-05-01", Bone.RIB, Laterality.LEFT, Mechanism.HIGH_ENERGY, "fall"));
        rib.doubts(
                "refracture-or-duplicate",
                fracture("2023-05-09", Bone.RIB, Laterality.LEFT, Mechanism.HIGH_ENERGY, null));
    }

    @Test
    void rule28_theFlagGoesWhenTheOtherFractureIsRetracted() {
        Clinic twice = broken.knows(fracture("2023-05-02", Bone.FEMUR));
        assertThat(twice.flags()).containsExactly("refracture-or-duplicate");

        assertThat(twice.retracts("fracture-1").flags()).isEmpty();
    }
}
