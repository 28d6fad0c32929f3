package org.trialog.query.outcome.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.wire.FactJson;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.plot.Caption;
import org.trialog.query.plot.Plot;
import org.trialog.query.plot.Plots;
import org.yaml.snakeyaml.Yaml;

/** Registered results of other trials, pooled. Expected numbers: metafor, as of {@code src/test/r/pooling.R}. */
class PoolTest {

    private static final String PROTOCOL = """
        study: knees
        version: 1
        title: Knees
        arms: [{id: control, control: true}, {id: cells}]
        instruments:
          - {id: womac, version: '1', minimum: 0, maximum: 96, direction: lower-better}
          - {id: lysholm, version: '1', minimum: 0, maximum: 100, direction: higher-better}
        """;
    private static final String WOMAC = "{id: pool, version: 1, kind: pooled, aggregates: [a.csv],"
            + " aggregateMeasure: [womac], at: P6M, measure: md, tau2: dl";

    private final List<AggregateResultRegistered> results = new ArrayList<>();

    @Test
    void oneTrialIsItsDifference() {
        means("one", "cells", 20, 12.4, 4.1, "");
        means("one", "control", 18, 17.9, 5.3, "");

        JsonNode all = all(WOMAC + "}");

        assertThat(number(all, "estimate")).isCloseTo(-5.5, within(1e-12));
        assertThat(number(all, "standardError")).isCloseTo(Math.sqrt(2.40105555555556), within(1e-12));
        assertThat(all.at("/tau2/notEstimable").asText()).isEqualTo("one study");
        assertThat(all.path("benefit").asText()).isEqualTo("lower-better");
        assertThat(all.path("studies").get(0).path("weight").asDouble()).isCloseTo(100, within(1e-9));
    }

    @Test
    void otherTimesMeasuresAndFilesAreNotPooled() {
        pair("one", "");
        means("two", "cells", 20, 1, 4.1, ", 'at': 'P3M'");
        means("two", "control", 20, 9, 4.1, ", 'at': 'P3M'");
        means("three", "cells", 20, 1, 4.1, ", 'measure': 'vas'");
        means("three", "control", 20, 9, 4.1, ", 'measure': 'vas'");
        means("four", "cells", 20, 1, 4.1, ", 'file': 'b.csv'");
        means("four", "control", 20, 9, 4.1, ", 'file': 'b.csv'");

        assertThat(all(WOMAC + "}").path("studies")).hasSize(1);
    }

    @Test
    void aSharedControlIsComparedOnceWithItsTreatedGroupsMerged() {
        means("one", "low", 10, 20.8, 8.9, "");
        means("one", "high", 14, 15.7, 5.7, "");
        means("one", "control", 12, 24, 7, "");

        JsonNode study = all(WOMAC + "}").path("studies");

        assertThat(study).hasSize(1);
        assertThat(study.get(0).at("/treated/n").asDouble()).isEqualTo(24);
        assertThat(study.get(0).at("/treated/mean").asDouble()).isCloseTo(17.825, within(1e-12));
        assertThat(study.get(0).at("/treated/standardDeviation").asDouble()).isCloseTo(7.48036560371332, within(1e-12));
        assertThat(study.get(0).at("/control/n").asDouble()).isEqualTo(12);
        assertThat(study.get(0).path("notes").toString()).contains("groups merged into one: low + high");
    }

    @Test
    void aControlOfTwoSubgroupsIsDividedBetweenThem() {
        means("one", "two", 10, 20.8, 8.9, ", 'injections': 2");
        means("one", "four", 14, 15.7, 5.7, ", 'injections': 4");
        means("one", "control", 12, 24, 7, "");

        JsonNode result = result(WOMAC + ", subgroup: injections}");
        JsonNode studies = result.at("/groups/0/studies");

        assertThat(studies).hasSize(2);
        assertThat(studies.get(0).at("/control/n").asDouble()).isEqualTo(6);
        assertThat(studies.get(0).path("notes").toString()).contains("control divided between 2 comparisons");
        assertThat(result.at("/groups/0/subjects").asInt()).isEqualTo(36);
        assertThat(result.path("groups"))
                .extracting(group -> group.path("group").asText())
                .containsExactly("all", "2", "4");
        assertThat(result.at("/comparisons/0/method").asText()).isEqualTo("Q between subgroups");
        assertThat(result.at("/comparisons/0/df").asInt()).isEqualTo(1);
    }

    @Test
    void mediansAreConvertedByAMethodThatIsNamed() {
        quartiles("one", "cells", 10, 15, 21.5, 26);
        quartiles("one", "control", 10, 8, 13.5, 33);

        JsonNode result = result(WOMAC + "}");

        assertThat(result.at("/groups/0/estimate").asDouble())
                .isCloseTo(20.8333333333333 - 18.1666666666667, within(1e-9));
        assertThat(result.at("/groups/0/studies/0/notes").toString()).contains("Wan 2014");
        assertThat(result.path("warnings").toString()).contains("medians were converted by Wan 2014: 1");
    }

    @Test
    void changesAndFinalScoresAreNeverMixed() {
        pair("one", ", 'scores': 'final'");
        pair("two", ", 'scores': 'change'");

        refused("pooled-scores-mixed", WOMAC + "}");
    }

    @Test
    void differencesArePooledInOneUnitOnly() {
        pair("one", ", 'scale': 'cm'");
        pair("two", ", 'scale': 'mm'");

        refused("pooled-scales-mixed", WOMAC + "}");
        assertThat(all(WOMAC.replace("md", "smd") + "}").path("studies")).hasSize(2);
    }

    @Test
    void effectsAreTurnedSoThatBenefitHasOneDirection() {
        String both =
                "{id: pool, version: 1, kind: pooled, aggregates: [a.csv], aggregateMeasure: [womac, lysholm], at: P6M,"
                        + " measure: smd, tau2: dl}";
        pair("one", "");
        means("two", "cells", 20, 17.9, 5.3, ", 'measure': 'lysholm'");
        means("two", "control", 18, 12.4, 4.1, ", 'measure': 'lysholm'");

        JsonNode all = all(both);

        assertThat(all.path("studies")).allMatch(study -> study.path("estimate").asDouble() < 0);
        assertThat(number(all, "iSquared")).isZero();
        assertThat(all.path("benefit").asText()).isEqualTo("lower-better");
        assertThat(all(both.replace("}", ", benefit: higher-better}")).path("studies"))
                .allMatch(study -> study.path("estimate").asDouble() > 0);
    }

    @Test
    void aMeasureOfNoInstrumentNeedsItsDirection() {
        pair("one", ", 'measure': 'vas'");

        refused("outcome-definition-incomplete", WOMAC.replace("womac", "vas") + "}");
        assertThat(all(WOMAC.replace("womac", "vas") + ", benefit: lower-better}")
                        .path("studies"))
                .hasSize(1);
    }

    @Test
    void ratesAreRatiosWithHalfAnEventWhereThereIsNone() {
        events("one", "cells", 7, "31.5");
        events("one", "control", 20, "28.25");
        events("two", "cells", 0, "12");
        events("two", "control", 5, "11");
        events("three", "cells", 0, "12");
        events("three", "control", 0, "11");

        JsonNode all = all(WOMAC.replace("md", "log-rate-ratio") + "}");

        assertThat(all.at("/studies/0/logEstimate").asDouble()).isCloseTo(-1.158716212737815, within(1e-12));
        assertThat(all.at("/studies/0/estimate").asDouble()).isCloseTo(Math.exp(-1.158716212737815), within(1e-12));
        assertThat(all.at("/studies/1/logEstimate").asDouble()).isCloseTo(-2.484906649788, within(1e-12));
        assertThat(all.at("/excluded/0/subject").asText()).isEqualTo("three");
        assertThat(all.at("/excluded/0/reason").asText()).isEqualTo("no event in either group");
    }

    @Test
    void whoCountsKneesSaysSo() {
        pair("one", ", 'unit': 'knee'");
        pair("two", ", 'unit': 'subject'");

        assertThat(result(WOMAC + "}").path("warnings").toString())
                .contains("studies are counted differently, by knee and subject");
    }

    @Test
    void aSourceThatContradictsItselfIsShown() {
        pair("one", ", 'remark': 'five of sixteen, and the other five'");

        assertThat(result(WOMAC + "}").path("warnings").toString()).contains("five of sixteen, and the other five");
    }

    @Test
    void theForestHasASquareForEachStudyAndADiamondForEachPool() {
        means("one", "two", 10, 20.8, 8.9, ", 'injections': 2");
        means("one", "four", 14, 15.7, 5.7, ", 'injections': 4");
        means("one", "control", 12, 24, 7, "");
        Caption caption = new Caption("knees", "pool v1", "WOMAC", "event", Map.of(), LocalDate.of(2026, 1, 31), 9, "");

        String svg = Plots.draw(Plot.FOREST, figure(WOMAC + ", subgroup: injections}"), List.of(), caption);

        assertThat(svg.split("data-mark=\"pooled\"", -1)).hasSize(4);
        assertThat(svg)
                .contains("one (two)", "one (four)", "control divided between 2 comparisons", "favours treatment");
    }

    @Test
    void nothingToPoolIsSaid() {
        JsonNode all = all(WOMAC + "}");

        assertThat(all.at("/estimate/notEstimable").asText()).isEqualTo("no study");
    }

    private void pair(String trial, String more) {
        means(trial, "cells", 20, 12.4, 4.1, more);
        means(trial, "control", 18, 17.9, 5.3, more);
    }

    private void means(String trial, String group, int n, double mean, double deviation, String more) {
        register(trial, group, n, "'mean': %s, 'standardDeviation': %s%s".formatted(mean, deviation, more));
    }

    private void quartiles(String trial, String group, int n, double lower, double median, double upper) {
        register(
                trial,
                group,
                n,
                "'lowerQuartile': %s, 'median': %s, 'upperQuartile': %s".formatted(lower, median, upper));
    }

    private void events(String trial, String group, int events, String years) {
        register(trial, group, 30, "'events': %d, 'personYears': %s".formatted(events, years));
    }

    private void register(String trial, String group, int n, String numbers) {
        try {
            ObjectNode fact = (ObjectNode) FactJson.mapper()
                    .readTree("""
                        {"aggregate": "aggregate-%d", "trial": "%s", "group": "%s", "control": %s, "n": %d,
                         "measure": "womac", "at": "P6M", "file": "a.csv", "unit": "subject", "source": "made up"}
                        """.formatted(results.size() + 1, trial, group, group.equals("control"), n));
            fact.setAll((ObjectNode) FactJson.mapper().readTree("{" + numbers.replace('\'', '"') + "}"));
            results.add(FactJson.mapper().treeToValue(fact, AggregateResultRegistered.class));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private void refused(String code, String outcome) {
        assertThatThrownBy(() -> result(outcome))
                .isInstanceOfSatisfying(OutcomeRefused.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private JsonNode all(String outcome) {
        return result(outcome).path("groups").get(0);
    }

    private JsonNode result(String outcome) {
        return FigureJson.result(figure(outcome));
    }

    private Figure figure(String outcome) {
        ObjectNode definition = FactJson.mapper().valueToTree(new Yaml().load(PROTOCOL));
        definition.putArray("outcomes").add(FactJson.mapper().<JsonNode>valueToTree(new Yaml().load(outcome)));
        Protocol protocol = Protocol.of(definition);
        return new Pool(protocol, protocol.outcomes().getFirst()).figure(List.of(), results, Publication.BEFORE_DATA);
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).asDouble();
    }
}
