package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        assertThat(figure.result().warnings()).contains("subjects who crossed arms: 1, in both arms with split time");
    }

    @Test
    void rule08_anArmThatIsChangedAfterTheCutOffSplitsNothing() {
        Figure figure = Study.asking(RATE).figure("2019-12-31", crossed());
        assertThat(Study.group(figure, "untreated").subjects()).isEqualTo(1);
        assertThat(Study.group(figure, "treated").subjects()).isZero();
    }

    @Test
    void rule08_onASurvivalCurveTheCrossingCensorsInOneArmAndEntersTheOther() {
        Figure figure = asking("time-to-first-event", "").figure(withoutEventBefore(), followed("B", "treated"));
        JsonNode left = Study.json(figure, "untreated").get("survival");
        JsonNode joined = Study.json(figure, "treated").get("survival");

        assertThat(left).hasSize(1);
        assertThat(left.at("/0/time").asInt())
                .as("the day of the crossing belongs to the other arm")
                .isEqualTo(364);
        assertThat(left.at("/0/censored").asInt()).isEqualTo(1);
        assertThat(joined.at("/0/time").asInt()).as("days from the same anchor").isEqualTo(546);
        assertThat(joined.at("/0/atRisk").asInt()).isEqualTo(2);
        assertThat(joined.at("/0/events").asInt()).isEqualTo(1);
        assertThat(joined.at("/0/estimate").asDouble()).isEqualTo(0.5);
        assertThat(figure.result().warnings()).contains("subjects who crossed arms: 1, in both arms with split time");
    }

    @Test
    void rule08_anEventOnTheDayOfTheCrossingBelongsToTheArmJoined() {
        Story onTheDay = enrolled("untreated").fracture("2020-01-02").add(crossing());
        Figure figure = asking("time-to-first-event", "").figure(onTheDay);

        assertThat(Study.group(figure, "untreated").events()).isZero();
        assertThat(Study.group(figure, "treated").events()).isEqualTo(1);
    }

    @Test
    void rule08_whoHadTheEventBeforeItCrossedIsNotAtRiskAfterwards() {
        Figure figure = asking("time-to-first-event", "").figure(crossed());

        assertThat(Study.group(figure, "untreated").subjects()).isEqualTo(1);
        assertThat(Study.group(figure, "treated").subjects()).isZero();
    }

    @Test
    void rule08_inAnEventFreeIntervalTimeRunsFromTheStartOfTheSameWindow() {
        Figure figure = asking("event-free-interval", "from: P6M, to: P30M")
                .figure(withoutEventBefore(), followed("B", "treated"));
        JsonNode left = Study.json(figure, "untreated");
        JsonNode joined = Study.json(figure, "treated");

        assertThat(left.at("/survival/0/time").asInt()).isEqualTo(364 - 181);
        assertThat(left.get("fullyObserved").asInt())
                .as("half a window is not a whole one")
                .isZero();
        assertThat(left.get("atRiskAtEnd").asInt()).isZero();
        assertThat(joined.at("/survival/0/time").asInt()).isEqualTo(546 - 181);
        assertThat(joined.at("/survival/0/atRisk").asInt()).isEqualTo(2);
        assertThat(joined.get("fullyObserved").asInt()).isEqualTo(1);
        assertThat(joined.at("/estimators/kaplan-meier").asDouble()).isEqualTo(0.5);
    }

    @Test
    void rule08_theYearOfTheCrossingIsCompleteInNeitherArm() {
        Story inTheSecondYear =
                enrolled("untreated").add(new ArmChange(date("2020-07-02"), new ArmId("treated"), "guardians-wish"));
        Figure figure = asking("event-free-time", "").figure(inTheSecondYear);
        JsonNode left = Study.json(figure, "untreated").at("/perSubject/0");
        JsonNode joined = Study.json(figure, "treated").at("/perSubject/0");

        assertThat(left.get("freeYears").asInt()).isEqualTo(1);
        assertThat(left.get("currentStreakDays").asInt()).isEqualTo(547);
        assertThat(joined.get("freeYears").asInt()).isEqualTo(1);
        assertThat(joined.get("observedYears").asInt()).isEqualTo(1);
        assertThat(joined.get("followedDays").asInt()).isEqualTo(1096 - 547);
    }

    @Test
    void rule08_whoCrossesBackHasBothStretchesInTheFirstArm() {
        Story back = enrolled("untreated")
                .add(crossing())
                .add(new ArmChange(date("2021-01-02"), new ArmId("untreated"), "guardians-wish"));
        Figure figure = asking("event-free-time", "").figure(back);
        JsonNode first = Study.json(figure, "untreated").at("/perSubject/0");

        assertThat(first.get("freeYears").asInt()).isEqualTo(2);
        assertThat(first.get("longestStreakDays").asInt()).isEqualTo(365);
        assertThat(Study.json(figure, "treated").at("/perSubject/0/freeYears").asInt())
                .isEqualTo(1);
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
                .add(crossing());
    }

    private static Study asking(String kind, String keys) {
        return Study.asking(RATE.replace("event-rate", kind) + keys.replace(", ", "\n") + "\n");
    }

    /** Crosses on day 365, and breaks a bone on day 546. */
    private static Story withoutEventBefore() {
        return enrolled("untreated").fracture("2020-07-01").add(crossing());
    }

    private static Story followed(String subject, String arm) {
        return Story.screened(subject).chose(arm).enrolled("2019-01-02").confirmed("2019-01-02", "2022-01-02");
    }

    private static ArmChange crossing() {
        return new ArmChange(date("2020-01-02"), new ArmId("treated"), "guardians-wish");
    }

    private static Story moved(String day) {
        return enrolled("treated").add(new Transfer(date(day), new SiteId("utrecht")));
    }

    private static Story enrolled(String arm) {
        return followed("S-1", arm);
    }

    private static ClinicalDate date(String text) {
        return ClinicalDate.of(text);
    }
}
