package org.trialog.query.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.trialog.query.plot.Curve.Step;
import org.trialog.query.plot.Curve.Stretch;
import org.trialog.query.statistics.Observation;

class MeanCumulativePlotTest {

    private static final Caption CAPTION =
            new Caption("bones", "fractures v1", "Fractures by time", "fracture", Map.of(), LocalDate.of(2026, 1, 31), 7, "");

    /** Two children; one has two fractures, the other one and leaves. */
    private static final Curve TREATED = new Curve(
            "treated",
            "Treated",
            0,
            List.of(step(100, 2, 1, 0.5), step(200, 2, 1, 1), step(300, 1, 1, 2), step(365, 1, 0, 2)),
            List.of(
                    new Stretch("SE-001", Observation.fromAnchor(365, 0)),
                    new Stretch("SE-002", Observation.fromAnchor(250, 0))),
            "n 2, 3 events, 2.00 by day 365");

    private static Step step(double time, int atRisk, int events, double estimate) {
        return new Step(
                time, atRisk, events, 0, estimate, OptionalDouble.of(estimate / 2), OptionalDouble.of(estimate * 1.5));
    }

    @Test
    void aMeanCumulativeFunctionIsDrawnAsEver() {
        Drawn.of(MeanCumulativePlot.draw(List.of(TREATED), "Lawless-Nadeau", CAPTION))
                .isAsIn("mean-cumulative-function");
    }

    @Test
    void itsTableSaysWhoIsAtRiskAndWhatHappenedByThen() {
        Drawn drawn = Drawn.of(MeanCumulativePlot.draw(List.of(TREATED), "Lawless-Nadeau", CAPTION));

        assertThat(drawn.marks("column", "at-risk").stream().map(mark -> Drawn.number(mark, "count")))
                .containsExactly(2, 2, 2, 2, 2, 1, 1);
        assertThat(drawn.marks("column", "events").stream().map(mark -> Drawn.number(mark, "count")))
                .containsExactly(0, 0, 1, 1, 2, 3, 3);
        assertThat(drawn.marks("column", "censored")).isEmpty();
        assertThat(drawn.description()).contains("Treated: n 2, 3 events, 2.00 by day 365.");
    }
}
