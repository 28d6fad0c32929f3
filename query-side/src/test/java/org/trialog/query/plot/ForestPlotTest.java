package org.trialog.query.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;
import org.w3c.dom.Element;

class ForestPlotTest {

    private static final Caption CAPTION = new Caption(
            "pooled",
            "risk-of-tuberculosis v1",
            "BCG against tuberculosis",
            "case",
            Map.of(),
            LocalDate.of(2026, 1, 31),
            99,
            "");

    private static Forest.Line study(
            String key, String label, double ratio, double lower, double upper, double weight) {
        return new Forest.Single(key, label, "4/123 v 11/139", Estimate.of(ratio), interval(lower, upper), weight);
    }

    private static Interval interval(double lower, double upper) {
        return new Interval(Estimate.of(lower), Estimate.of(upper), "normal");
    }

    /** Four trials of dat.bcg and their pooled risk ratio by DerSimonian and Laird, rounded. */
    private static Forest trials(boolean logarithmic) {
        return new Forest(
                "Risk ratio",
                logarithmic,
                1.0,
                "vaccine better",
                "control better",
                List.of(
                        new Forest.Heading("Random allocation"),
                        study("aronson", "Aronson 1948", 0.411, 0.134, 1.257, 5.1),
                        study("ferguson", "Ferguson and Simes 1949", 0.205, 0.086, 0.486, 6.4),
                        study(
                                "rosenthal",
                                "Rosenthal and others with a name that is very long, 1960",
                                0.26,
                                0.073,
                                0.919,
                                4.4),
                        new Forest.Single(
                                "nobody",
                                "A trial without an event",
                                "0/20 v 0/20",
                                Estimate.none("no event"),
                                new Interval(Estimate.none("no event"), Estimate.none("no event"), "normal"),
                                null),
                        new Forest.Heading("Systematic allocation"),
                        study("comstock", "Comstock and Webster 1969", 1.562, 0.374, 60.0, 3.8),
                        new Forest.Pooled(
                                "All, random effects",
                                "13 trials",
                                Estimate.of(0.49),
                                interval(0.345, 0.695),
                                interval(0.156, 1.537))),
                List.of("τ² 0.309, I² 92.1 %, Q 152.2 on 12 degrees of freedom."));
    }

    @Test
    void aForestOfTrialsIsDrawnAsEver() {
        Drawn.of(ForestPlot.draw(trials(true), CAPTION)).isAsIn("forest");
    }

    @Test
    void everyEstimateIsALineAndInTheWords() {
        Drawn drawn = Drawn.of(ForestPlot.draw(trials(true), CAPTION));

        assertThat(drawn.marks("mark", "estimate").stream().map(mark -> mark.getAttribute("data-key")))
                .containsExactly("aronson", "ferguson", "rosenthal", "nobody", "comstock");
        assertThat(drawn.marks("mark", "pooled")).hasSize(1);
        assertThat(drawn.description())
                .contains("Aronson 1948: 0.411 (0.134 to 1.26)")
                .contains("A trial without an event: not estimable: no event")
                .contains("Pooled, All, random effects: 0.490 (0.345 to 0.695), prediction 0.156 to 1.54");
    }

    @Test
    void theAreaOfASquareIsItsWeight() {
        Drawn drawn = Drawn.of(ForestPlot.draw(trials(true), CAPTION));

        assertThat(area(drawn, "aronson") / area(drawn, "comstock")).isBetween(1.33, 1.36);
    }

    private static double area(Drawn drawn, String key) {
        Element square = (Element)
                drawn.marks("key", key).getFirst().getElementsByTagName("rect").item(0);
        return Double.parseDouble(square.getAttribute("width")) * Double.parseDouble(square.getAttribute("height"));
    }

    @Test
    void anAxisOfDifferencesIsLinear() {
        assertThat(ForestPlot.draw(trials(false), CAPTION)).isNotEqualTo(ForestPlot.draw(trials(true), CAPTION));
        Drawn.of(ForestPlot.draw(trials(false), CAPTION));
    }

    @Test
    void withoutAnyEstimateThereIsStillAPicture() {
        Forest empty = new Forest("Mean difference", false, 0.0, "", "", List.of(), List.of("No study."));

        assertThat(Drawn.of(ForestPlot.draw(empty, CAPTION)).description()).contains("No study.");
    }
}
