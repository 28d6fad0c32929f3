package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.outcome.Story.child;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.value.Bone;
import org.trialog.events.value.Laterality;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;

class EventFilterTest {

    private static Study counting(String event) {
        return Study.asking(
                "{id: rate, version: 1, kind: event-rate, event: {%s}, anchor: enrolment}".formatted(event));
    }

    private static Story treated() {
        return child("SE-001")
                .chose("treated")
                .born("2020-06-01")
                .enrolled("2020-06-01")
                .confirmed("2020-01-01", "2022-01-01");
    }

    private static long count(String event, Story story) {
        return counting(event).treated(story).events();
    }

    @Test
    void perinatalFracturesAreBaselineByMechanismAndByDate() {
        Story story = treated()
                .fracture("2020-07-01", Bone.RIB, Laterality.LEFT, null, Mechanism.BIRTH, Confirmation.CONFIRMED)
                .fracture("2020-07-01", Bone.RIB, Laterality.LEFT, null, Mechanism.IN_UTERO, Confirmation.CONFIRMED)
                .fracture("2020-06-01")
                .fracture("2020-05")
                .fracture("2020-06-02");
        Figure figure = counting("kind: fracture").figure(story);

        assertThat(Study.group(figure, "treated").events()).isEqualTo(1);
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::reason)
                .containsOnly("at birth or in utero")
                .hasSize(4);
    }

    @Test
    void riskStartsAtBirth() {
        assertThat(counting("kind: fracture").treated(treated()).personDays()).isEqualTo(579);
        Study fromBefore = Study.asking(
                "{id: r, version: 1, kind: event-rate, event: {kind: fracture}, anchor: birth, from: P-6M, to: P1Y}");

        assertThat(fromBefore.treated(treated()).personDays()).isEqualTo(365);
    }

    @Test
    void aRefutedFractureNeverCountsAndAPendingOneDoesUnlessConfirmedOnesAreAskedFor() {
        Story story = treated()
                .fracture("2020-08-01", Bone.RIB, Laterality.LEFT, null, Mechanism.LOW_ENERGY, Confirmation.REFUTED)
                .fracture("2020-09-01", Bone.RIB, Laterality.LEFT, null, Mechanism.LOW_ENERGY, Confirmation.PENDING)
                .fracture("2020-10-01");

        assertThat(count("kind: fracture", story)).isEqualTo(2);
        assertThat(count("kind: fracture, confirmed: true", story)).isEqualTo(1);
        assertThat(Study.notCounted(counting("kind: fracture, confirmed: true").figure(story)))
                .extracting(Behind.NotCounted::reason)
                .containsExactly("refuted", "not confirmed yet");
    }

    @Test
    void excludedBonesDoNotCount() {
        Story story = treated()
                .fracture("2020-08-01", Bone.FINGER, Laterality.LEFT, null)
                .fracture("2020-08-01", Bone.FEMUR, Laterality.LEFT, null);

        assertThat(count("kind: fracture, bones: {exclude: [finger, toe]}", story))
                .isEqualTo(1);
    }

    @Test
    void theSameBoneAndSideWithinTheMinimumGapCountsOnce() {
        Story story = treated()
                .fracture("2020-08-01", Bone.FEMUR, Laterality.LEFT, null)
                .fracture("2020-08-20", Bone.FEMUR, Laterality.LEFT, null)
                .fracture("2020-08-29", Bone.FEMUR, Laterality.LEFT, null)
                .fracture("2020-08-20", Bone.FEMUR, Laterality.RIGHT, null)
                .fracture("2020-09-10", Bone.UNSPECIFIED, Laterality.LEFT, null)
                .fracture("2020-09-11", Bone.UNSPECIFIED, Laterality.LEFT, null);

        assertThat(count("kind: fracture, minimumGap: P28D", story)).isEqualTo(5);
        assertThat(count("kind: fracture, minimumGap: P29D", story)).isEqualTo(4);
        assertThat(count("kind: fracture", story)).isEqualTo(6);
    }

    @Test
    void anAdverseEventMatchesAnyEntryAndAllKeysWithinOne() {
        String skin = """
            kind: adverse-event, anyOf: [{termContains: [APPLICATION, BLISTER]},
             {systemOrganClass: [SKIN AND SUBCUTANEOUS TISSUE DISORDERS], exceptTerms: [COLD SWEAT]}]\
            """;
        String organ = "Skin and subcutaneous tissue disorders";
        Story story = treated()
                .adverseEvent("2020-08-01", "Application site erythema")
                .adverseEvent("2020-08-02", "Rash", organ, 1, false, null)
                .adverseEvent("2020-08-03", "Cold sweat", organ, 1, false, null)
                .adverseEvent("2020-08-04", "Headache");

        assertThat(count(skin, story)).isEqualTo(2);
        assertThat(count("kind: adverse-event", story)).isEqualTo(4);
    }

    @Test
    void gradeSeriousnessAndRelatednessNarrow() {
        Story story = treated()
                .adverseEvent("2020-08-01", "A", null, 3, true, Relatedness.POSSIBLE)
                .adverseEvent("2020-08-02", "B", null, 2, false, Relatedness.UNLIKELY)
                .adverseEvent("2020-08-03", "C", null, null, false, null);

        assertThat(count("kind: adverse-event, minimumGrade: 3", story)).isEqualTo(1);
        assertThat(count("kind: adverse-event, serious: true", story)).isEqualTo(1);
        assertThat(count("kind: adverse-event, serious: false", story)).isEqualTo(2);
        assertThat(count("kind: adverse-event, related: true", story)).isEqualTo(1);
        assertThat(count("kind: adverse-event, related: false", story)).isEqualTo(1);
    }

    @Test
    void anAdverseEventWithAPartialDateIsEmergentUnlessSurelyBefore() {
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-07-15")
                .confirmed("2021-01-01", "2022-01-01")
                .adverseEvent("2021-07", "A")
                .adverseEvent("2021-06", "B")
                .adverseEvent("2021-07-14", "C")
                .adverseEvent("2021-07-15", "D");
        Figure figure = counting("kind: adverse-event").figure(story);

        assertThat(Study.counted(figure))
                .extracting(counted -> counted.placed().toString())
                .containsExactly("2021-07-15", "2021-07-15");
    }

    @Test
    void personTimeIsConfirmedForTheKindOfEvent() {
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2021-07-01", FollowUpAnswer.THESE, EnumSet.of(FollowUpKind.FRACTURE))
                .confirmed("2021-01-01", "2021-03-01", FollowUpAnswer.NONE, EnumSet.of(FollowUpKind.ADVERSE_EVENT));

        assertThat(counting("kind: fracture").treated(story).personDays()).isEqualTo(181);
        assertThat(counting("kind: adverse-event").treated(story).personDays()).isEqualTo(59);
        assertThat(counting("kind: death").treated(story).excluded())
                .extracting("reason")
                .containsExactly("no confirmed follow-up");
    }

    @Test
    void anEventOutsideConfirmedTimeIsListedAndNotCounted() {
        Figure figure = counting("kind: fracture").figure(treated().fracture("2022-01-02"));

        assertThat(Study.group(figure, "treated").events()).isZero();
        assertThat(Study.notCounted(figure))
                .extracting(Behind.NotCounted::reason)
                .containsExactly("outside confirmed follow-up");
        assertThat(figure.result().warnings())
                .contains("events outside confirmed follow-up: 1, listed and not counted");
    }

    @Test
    void aWindowBeforeTheAnchorCountsWhatHappenedInIt() {
        Study before = Study.asking(
                "{id: r, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment, from: P-6M, to:"
                        + " P0D}");
        Story story = child("SE-001")
                .chose("treated")
                .enrolled("2021-01-01")
                .confirmed("2020-01-01", "2022-01-01")
                .fracture("2020-10-01");

        assertThat(before.treated(story).events()).isEqualTo(1);
        assertThat(count("kind: fracture", story)).isZero();
        assertThat(count("kind: fracture, from: any", story)).isEqualTo(1);
    }
}
