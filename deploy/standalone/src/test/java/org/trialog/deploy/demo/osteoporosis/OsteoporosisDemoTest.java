package org.trialog.deploy.demo.osteoporosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.deploy.demo.DemoRun;
import org.trialog.events.clinical.Target;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.personal.SubjectKey;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;

class OsteoporosisDemoTest {

    private static final SubjectKey KEY = SubjectKey.generate("key");

    private static final LocalDate ASKED = LocalDate.of(2026, 10, 1);

    private static DemoRun run;

    @BeforeAll
    static void send() {
        run = DemoRun.of(new OsteoporosisDemo().orders(_ -> new Sealing(() -> KEY)));
    }

    @Test
    void everyOrderIsAcceptedAndBreaksNoRule() {
        assertThat(run.refusals).isEmpty();
        assertThat(run.flags).isEmpty();
    }

    @Test
    void fourWomenGetCellsIntoHipSpineAndWristInOneSession() {
        assertThat(run.subjects).hasSize(4);
        assertThat(run.subjects.values()).allSatisfy(woman -> assertThat(woman.standing(Treatment.class))
                .singleElement()
                .satisfies(dose -> assertThat(dose.details().targets())
                        .extracting(Target::site)
                        .isEqualTo(List.of("hip", "spine", "wrist"))));
    }

    @Test
    void painIsLowerIn3Of4() {
        assertShare("pain-lower", 3, 0.194, 0.994);
    }

    @Test
    void noneOf4HasANewFractureOrAnAdverseEventAndTheIntervalReaches60Percent() {
        assertShare("with-fracture", 0, 0, 0.602);
        assertShare("with-adverse-event", 0, 0, 0.602);
    }

    @Test
    void noFractureInOnePersonYearLeaves3_69AYearOpen() {
        Group rate = run.figure("fracture-rate", ASKED).result().groups().getFirst();

        assertThat(rate.events()).isZero();
        assertThat(rate.personDays()).isEqualTo(365);
        assertThat(group("fracture-rate").get("upper").asDouble()).isCloseTo(3.69, within(0.005));
    }

    private static void assertShare(String outcome, int of4, double lower, double upper) {
        JsonNode share = group(outcome).get("share");
        assertThat(share.get("numerator").asInt()).isEqualTo(of4);
        assertThat(share.get("denominator").asInt()).isEqualTo(4);
        assertThat(share.at("/clopper-pearson/lower").asDouble()).isCloseTo(lower, within(0.0005));
        assertThat(share.at("/clopper-pearson/upper").asDouble()).isCloseTo(upper, within(0.0005));
    }

    private static JsonNode group(String outcome) {
        return FigureJson.result(run.figure(outcome, ASKED)).at("/groups/0");
    }
}
