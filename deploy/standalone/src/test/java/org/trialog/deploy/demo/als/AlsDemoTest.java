package org.trialog.deploy.demo.als;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.DemoRun;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.protocol.OutcomeDefinition.Quotation;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;

class AlsDemoTest {

    private static final SubjectKey KEY = SubjectKey.generate("key");
    private static final LocalDate ASKED = LocalDate.of(2026, 10, 1);

    private static DemoRun run;
    private static Figure figure;
    private static JsonNode group;

    @BeforeAll
    static void send() {
        run = DemoRun.of(new AlsDemo().orders(_ -> new Sealing(() -> KEY)));
        figure = run.figure("survival-against-prediction", ASKED);
        group = FigureJson.result(figure).at("/groups/0");
    }

    @Test
    void everyOrderIsAcceptedAndBreaksNoRule() {
        assertThat(run.refusals).isEmpty();
        assertThat(run.flags).isEmpty();
    }

    @Test
    void nineteenSubjectsAreInTheEstimateAndNobodyIsLeftOut() {
        assertThat(group.get("subjects").asInt()).isEqualTo(19);
        assertThat(figure.result().groups().getFirst().excluded()).isEmpty();
    }

    @Test
    void meansAndSpreadsAreThePublishedOnes() {
        assertThat(rounded("/observedMonths/mean", 1)).isEqualTo("118.8");
        assertThat(rounded("/observedMonths/standardDeviation", 2)).isEqualTo("89.26");
        assertThat(rounded("/predictedMonths/mean", 2)).isEqualTo("70.79");
        assertThat(rounded("/predictedMonths/standardDeviation", 2)).isEqualTo("27.53");
    }

    @Test
    void thirteenOf19LivedBeyondTheirPredictionWhateverBecomesOfTheFourAlive() {
        assertThat(group.get("alive").asInt()).isEqualTo(4);
        for (String bound : new String[] {"undeterminedAsNo", "undeterminedAsYes"}) {
            assertThat(group.at("/beyondPrediction/" + bound + "/numerator").asInt())
                    .isEqualTo(13);
            assertThat(group.at("/beyondPrediction/" + bound + "/denominator").asInt())
                    .isEqualTo(19);
        }
    }

    @Test
    void withFourAliveTheMeanSaysThatItIsALowerBound() {
        assertThat(figure.result().warnings())
                .anyMatch(warning -> warning.contains("lower bound: 4 of 19 without the end when last seen"));
    }

    @Test
    void thePublishedPIsQuotedWithItsSource() {
        assertThat(Beginning.protocol(AlsDemo.STUDY, 1)
                        .protocol()
                        .outcome("survival-against-prediction")
                        .orElseThrow()
                        .quoted())
                .containsExactly(new Quotation("P = 0.016", "Cytotherapy 2023"));
    }

    @Test
    void survivalEndsOnceForEachOfTheFifteenAndItsRiskBeginsAtEnrolment() {
        Figure survival = run.figure("survival", ASKED);

        assertThat(survival.result().groups().getFirst().events()).isEqualTo(15);
        assertThat(survival.result().groups().getFirst().personDays())
                .isLessThan(AlsCourse.ALL.stream().mapToLong(AlsCourse::days).sum());
    }

    private static String rounded(String pointer, int digits) {
        return BigDecimal.valueOf(group.at(pointer).asDouble())
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
