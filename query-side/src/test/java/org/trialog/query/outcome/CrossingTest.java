package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.query.outcome.figure.Figure;

/** What happens to a subject on its way moves its figures: crossing arms, moving, a verdict on a fracture. */
class CrossingTest {

    private static final String RATE = """
        id: rate
        version: 1
        kind: event-rate
        event: {kind: fracture}
        anchor: enrolment
        """;

    @Test
    void rule08_whoCrossesArmsCountsInBothWithSplitTime() {
        Figure figure = Study.asking(RATE).figure(crossed());
        assertThat(Study.group(figure, "untreated").personDays()).isEqualTo(365);
        assertThat(Study.group(figure, "untreated").events()).isEqualTo(1);
        assertThat(Study.group(figure, "treated").personDays()).isEqualTo(731);
        assertThat(Study.group(figure, "treated").events()).isEqualTo(2);
        assertThat(figure.result().warnings()).contains("1 subjects count in several groups, with split time");
    }

    @Test
    void rule08_anArmThatIsChangedAfterTheCutOffSplitsNothing() {
        Figure figure = Study.asking(RATE).figure("2019-12-31", crossed());
        assertThat(Study.group(figure, "untreated").subjects()).isEqualTo(1);
        assertThat(Study.group(figure, "treated").subjects()).isZero();
    }

    @Test
    void rule08_onASurvivalCurveWhoCrossesStaysInTheArmAtTheAnchor() {
        Figure figure =
                Study.asking(RATE.replace("event-rate", "time-to-first-event")).figure(crossed());
        assertThat(Study.group(figure, "untreated").subjects()).isEqualTo(1);
        assertThat(Study.group(figure, "treated").subjects()).isZero();
    }

    @Test
    void aSubjectCountsAtTheSiteThatFollowedItAtTheAnchor() {
        String bySite = RATE + "by: site\n";
        Figure before = Study.asking(bySite).figure(moved("2018-12-31"));
        assertThat(Study.group(before, "utrecht").subjects()).isEqualTo(1);
        Figure later = Study.asking(bySite).figure(moved("2019-06-01"));
        assertThat(Study.group(later, "stockholm").subjects()).isEqualTo(1);
    }

    @Test
    void rule27_aFractureThatAnImageRefutedDoesNotCount() {
        Story story = enrolled("treated")
                .fracture("2019-07-01", Bone.FEMUR, Laterality.LEFT, null, Mechanism.LOW_ENERGY, Confirmation.PENDING);
        assertThat(Study.asking(RATE).treated(story).events()).isEqualTo(1);
        RecordId fracture = story.told().entries().getLast().id();
        story.add(new FractureRefutation(date("2019-07-02"), fracture, FractureSource.RADIOGRAPH, null, null));
        Figure figure = Study.asking(RATE).figure(story);
        assertThat(Study.group(figure, "treated").events()).isZero();
        assertThat(Study.notCounted(figure)).anyMatch(left -> left.reason().equals("refuted"));
    }

    private static Story crossed() {
        return enrolled("untreated")
                .fracture("2019-07-01")
                .fracture("2020-07-01")
                .fracture("2021-07-01", Bone.TIBIA, Laterality.LEFT, null)
                .add(new ArmChange(date("2020-01-02"), new ArmId("treated"), "guardians-wish"));
    }

    private static Story moved(String day) {
        return enrolled("treated").add(new Transfer(date(day), new SiteId("utrecht")));
    }

    private static Story enrolled(String arm) {
        return Story.screened("S-1").chose(arm).enrolled("2019-01-02").confirmed("2019-01-02", "2022-01-02");
    }

    private static ClinicalDate date(String text) {
        return ClinicalDate.of(text);
    }
}
