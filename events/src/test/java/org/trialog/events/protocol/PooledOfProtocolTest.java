package org.trialog.events.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pooled outcomes: what a definition must say, and must not. */
class PooledOfProtocolTest {

    private static final String PROTOCOL = """
        study: knees
        version: 1
        title: Knees
        arms: [{id: cells}]
        outcomes:
          - {id: pool, version: 1, kind: pooled, %s}
        """;
    private static final String REGISTERED = "aggregates: a.csv, aggregateMeasure: womac, at: P6M, measure: md";

    @Test
    void oneFileOrMeasureNeedsNoList() {
        OutcomeDefinition pool = read(REGISTERED).protocol().outcomes().getFirst();

        assertThat(pool.aggregates()).containsExactly("a.csv");
        assertThat(pool.aggregateMeasure()).containsExactly("womac");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure: md | outcomes[0].studies | nothing to pool",
                "studies: [boostb4], measure: log-rr | outcomes[0].outcome | which outcome",
                "aggregates: a.csv, at: P6M, measure: md | outcomes[0].aggregateMeasure | which measure",
                "aggregates: a.csv, aggregateMeasure: womac, measure: md | outcomes[0].at | at which time",
                "aggregates: a.csv, aggregateMeasure: womac, at: P-6M, measure: md | outcomes[0].at | from the start",
                "aggregates: a.csv, aggregateMeasure: [a, b], at: P6M, measure: md | outcomes[0].aggregateMeasure |"
                        + " standardised",
                "aggregates: a.csv, aggregateMeasure: a, at: P6M | outcomes[0].measure | what a study contributes",
                "aggregates: a.csv, aggregateMeasure: a, at: P6M, measure: md, anchor: enrolment | outcomes[0].anchor"
                        + " | only",
                "aggregates: a.csv, aggregateMeasure: a, at: P6M, measure: md, benefit: up | outcomes[0].benefit | one"
                        + " of",
            })
    void whatAPoolLacksIsNamed(String pool, String path, String words) {
        assertThatThrownBy(() -> read(pool))
                .isInstanceOfSatisfying(ProtocolProblem.class, problem -> assertThat(problem.findings())
                        .anySatisfy(finding -> {
                            assertThat(finding.path()).isEqualTo(path);
                            assertThat(finding.sentence()).contains(words);
                        }));
    }

    private static ProtocolFile read(String pool) {
        return ProtocolFile.read("knees.yaml", PROTOCOL.formatted(pool).getBytes(StandardCharsets.UTF_8));
    }
}
