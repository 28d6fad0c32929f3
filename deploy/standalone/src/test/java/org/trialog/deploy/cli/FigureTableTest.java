package org.trialog.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Figures as a person reads them: events, scores, shares and prognoses. */
class FigureTableTest {

    private static String printed(String definition, String group, String comparison) throws Exception {
        String figure =
                """
                {"study": "als", "outcome": "o", "version": 1, "kind": "k", "cutoff": "2026-01-01",
                 "asKnownAt": {"position": 7, "knownAt": "2026-01-02T00:00:00Z"},
                 "definition": {"anchor": "first-dose", DEFINITION},
                 "result": {"groups": [{"group": "cells", "subjects": 4, "events": 0, "personYears": 3.5, "excluded": [],
                   "estimate": 1.5, "lower": 0.5, "upper": 2.5, GROUP}],
                   "comparisons": [COMPARISON], "method": "how", "warnings": []}}
                """.replace("DEFINITION", definition).replace("GROUP", group).replace("COMPARISON", comparison);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new FigureTable(out).print(new ObjectMapper().readTree(figure));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aChangeIsPrintedVisitByVisitWithItsDifference() throws Exception {
        assertThat(printed("""
            "instrument": "alsfrs-r", "visits": ["M3", "M6"], "method": "ancova"
            """, """
            "baseline": {"n": 4, "mean": 40, "standardDeviation": 2, "lower": 37, "upper": 43},
            "visits": [{"visit": "M6", "value": {"n": 1, "mean": 38.25, "lower": {"notEstimable": "x"}},
              "change": {"n": 1, "mean": -2, "standardDeviation": {"notEstimable": "x"}},
              "missing": [{"subject": "1", "reason": "died before the visit"}]}]
            """, """
            {"group": "cells", "reference": "placebo", "method": "ANCOVA", "visit": "M6", "n": 9, "estimate": 1.25,
             "lower": 0.5, "upper": 2, "df": 6, "p": 0.03}
            """))
                .contains("alsfrs-r ancova, at M3, M6, P0D to the end of follow-up from first-dose")
                .contains("    baseline: 40 (37 to 43), SD 2, n 4")
                .contains("    M6: 38.25 (no interval), SD –, n 1; change -2 (no interval), SD –, n 1;"
                        + " without: 1 died before the visit")
                .contains("cells against placebo, ANCOVA: M6, difference 1.25 (0.5 to 2), n 9, p 0.03");
    }

    @Test
    void recurrentEventsArePrintedAtRoundTimesAndAtTheEnd() throws Exception {
        assertThat(printed("\"event\": {\"kind\": \"fracture\"}", """
            "day": 400, "atRiskAtEnd": 2, "deaths": 1, "cumulative": [],
            "estimators": {"mean-cumulative-function": 1.5, "ghosh-lin": 1.25},
            "cumulativeAt": [{"time": 183, "atRisk": 3, "estimate": 0.75, "lower": 0.25, "upper": 2}]
            """, ""))
                .contains("    mean-cumulative-function 1.5, ghosh-lin 1.25")
                .contains("    at day 400: at risk 2; deaths 1")
                .contains("    day 183    at risk 3    events a subject 0.75 (0.25 to 2)");
    }

    @Test
    void adverseEventsArePrintedByTheTableThatIsAskedFor() throws Exception {
        assertThat(printed("\"kind\": \"adverse-events\"", """
            "breakdown": "term",
            "subjectsWithEvent": {"numerator": 2, "denominator": 4, "estimate": 0.5, "lower": 0.1, "upper": 0.9},
            "tables": {"grade": [], "term": [
              {"value": "RASH", "subjects": 2, "events": 3, "estimate": 0.75, "lower": 0.25, "upper": 2}]}
            """, ""))
                .contains("  adverse-events, P0D to the end of follow-up from first-dose")
                .contains("    subjects with any: 2 of 4, 0.5 (0.1 to 0.9)")
                .containsPattern(" {6}RASH +2 +3 {2}0\\.75 \\(0\\.25 to 2\\)");
    }

    @Test
    void slopesArePrintedBeforeAndAfter() throws Exception {
        assertThat(printed("\"instrument\": \"alsfrs-r\"", """
            "slopeBefore": {"n": 2, "mean": -1.5, "standardDeviation": 1, "lower": -2, "upper": -1},
            "slopeAfter": {"n": 2, "mean": -0.25, "standardDeviation": 1, "lower": -1, "upper": 0.5},
            "slopeChange": {"n": 2, "mean": 1.25}
            """, ""))
                .contains("    points a month before: -1.5 (-2 to -1), SD 1, n 2; after: -0.25 (-1 to 0.5), SD 1, n 2");
    }

    @Test
    void aShareIsPrintedWithItsBounds() throws Exception {
        assertThat(printed("\"of\": {\"covariate\": \"onset\", \"value\": \"bulbar\"}", """
            "share": {"numerator": 1, "denominator": 3, "wilson": {"lower": 0.1, "upper": 0.8}},
            "bounds": {"undeterminedAsNo": {"numerator": 1, "denominator": 4},
              "undeterminedAsYes": {"numerator": 2, "denominator": 4}},
            "undetermined": [{"subject": "4", "reason": "not recorded by day 0"}]
            """, ""))
                .contains("  onset bulbar, P0D to")
                .contains("    1 of 3, Wilson (0.1 to 0.8); without: 1 not recorded by day 0; as no 1 of 4, as yes 2"
                        + " of 4");
    }

    @Test
    void aPrognosisIsPrintedWithItsBoundsAndWhatOthersPublished() throws Exception {
        assertThat(printed("""
            "prediction": {"model": "ENCALS", "version": "1"},
            "quoted": [{"text": "P = 0.016", "source": "Cytotherapy 2023"}]
            """, """
            "observedMonths": {"n": 2, "mean": 118.8, "standardDeviation": 89.26, "lower": 70, "upper": 160},
            "predictedMonths": {"n": 2, "mean": 70.79, "standardDeviation": 27.53, "lower": 50, "upper": 90},
            "alive": 1,
            "beyondPrediction": {"undeterminedAsNo": {"numerator": 1, "denominator": 2},
              "undeterminedAsYes": {"numerator": 2, "denominator": 2}},
            "observedExpected": {"observed": 1, "expected": 2.5, "estimate": 0.4, "lower": 0.01, "upper": 2.2},
            "kaplanMeier": {"median": {"estimate": 900, "lower": 400, "upper": {"notEstimable": "x"}},
              "restrictedMean": {"tau": 1000, "estimate": 800, "lower": 700, "upper": 900}}
            """, ""))
                .contains("  ENCALS 1, P0D to")
                .contains("observed months: 118.8 (70 to 160), SD 89.26, n 2, without the end when last seen 1;"
                        + " predicted: 70.79 (50 to 90), SD 27.53, n 2")
                .contains("longer than predicted: 1 of 2 to 2 of 2, the undetermined as no and as yes")
                .contains("observed 1 over expected 2.5: 0.4 (0.01 to 2.2)")
                .contains("restricted mean to 1000: 800 (700 to 900)")
                .contains("  quoted, not computed: P = 0.016 (Cytotherapy 2023)");
    }
}
