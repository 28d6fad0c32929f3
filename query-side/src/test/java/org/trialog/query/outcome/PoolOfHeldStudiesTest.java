package org.trialog.query.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trialog.query.outcome.Story.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.pooled.HeldStudy;
import org.trialog.query.outcome.pooled.Pool;

/** Studies of this deployment, pooled from their own subjects. */
class PoolOfHeldStudiesTest {

    private static final Study RATE =
            Study.asking("{id: rate, version: 1, kind: event-rate, event: {kind: fracture}, anchor: enrolment}");
    private static final String POOL = "{id: pool, version: 1, kind: pooled, studies: [bones, skulls, absent],"
            + " outcome: rate, measure: log-rate-ratio, tau2: dl}";

    @Test
    void theArmsOfEachStudyBecomeItsRatioAndItsPlaceIsSaid() {
        HeldStudy bones = held("bones", 17, "2024-12-31", fractured("a", "treated", 1), fractured("b", "untreated", 2));
        HeldStudy skulls =
                held("skulls", 9, "2024-12-31", fractured("a", "treated", 1), fractured("b", "untreated", 3));

        JsonNode all = all(POOL, bones, skulls);

        assertThat(all.path("studies")).hasSize(2);
        assertThat(all.at("/studies/0/study").asText()).isEqualTo("bones");
        assertThat(all.at("/studies/0/position").asLong()).isEqualTo(17);
        assertThat(all.at("/studies/0/treated/events").asDouble()).isEqualTo(1);
        assertThat(all.at("/studies/0/estimate").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(all.at("/studies/1/estimate").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(all.at("/events").asInt()).isEqualTo(7);
        assertThat(all.at("/excluded/0/subject").asText()).isEqualTo("absent");
    }

    @Test
    void nothingAfterTheCutOffCounts() {
        HeldStudy early = held("bones", 17, "2023-02-15", fractured("a", "treated", 1), fractured("b", "untreated", 2));

        assertThat(all(POOL, early).at("/studies/0/control/events").asDouble()).isEqualTo(1);
    }

    @Test
    void anOutcomeThatDoesNotGiveTheMeasureIsRefused() {
        HeldStudy bones = held("bones", 17, "2024-12-31", fractured("a", "treated", 1), fractured("b", "untreated", 2));

        assertThatThrownBy(() -> all(POOL.replace("log-rate-ratio", "md"), bones))
                .isInstanceOfSatisfying(OutcomeRefused.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("pooled-outcome-unfit"));
    }

    /** One fracture a month from 10 February 2023 on, in two years of confirmed follow-up. */
    private static Story fractured(String subject, String arm, int fractures) {
        Story story = child(subject).chose(arm).enrolled("2023-01-01").confirmed("2023-01-01", "2024-12-31");
        for (int month = 0; month < fractures; month++) {
            story.fracture(LocalDate.of(2023, 2, 10).plusMonths(month).toString());
        }
        return story;
    }

    private static HeldStudy held(String study, long position, String cutoff, Story... stories) {
        return new HeldStudy(
                new StudyId(study),
                position,
                RATE.protocol(),
                Arrays.stream(stories).map(Story::told).toList(),
                List.of(),
                LocalDate.parse(cutoff));
    }

    private static JsonNode all(String pool, HeldStudy... studies) {
        Protocol asking = Study.asking(pool).protocol();
        return FigureJson.result(new Pool(asking, asking.outcomes().getFirst())
                        .figure(List.of(studies), List.of(), Publication.BEFORE_DATA))
                .path("groups")
                .get(0);
    }
}
