package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallSamplesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0, 0.521823750104981, 0, 0.434482464783175",
        "3, 3, 0.292401773821287, 1, 0.438502968244955, 1",
        "1, 40, 0.000632744932049419, 0.131585858482765716, 0.00442683150268139, 0.12881368963474088"
    })
    void proportionsKeepTheirExactBoundaries(
            long x, long n, double lower, double upper, double wilsonLower, double wilsonUpper) {
        Proportion proportion = Proportion.of(x, n);

        assertNumber(proportion.estimate(), (double) x / n, CLOSED);
        assertInterval(proportion.clopperPearson(), lower, upper, CLOSED);
        assertInterval(proportion.wilson(), wilsonLower, wilsonUpper, CLOSED);
    }

    @Test
    void aProportionOfNobodyIsNotEstimable() {
        assertNone(Proportion.of(0, 0).estimate(), "no subjects");
        assertNone(Proportion.of(0, 0).wilson().upper(), "no subjects");
        assertThatThrownBy(() -> Proportion.of(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wilcoxonDropsZerosAndSharesTiedRanks() {
        WilcoxonSignedRank test = WilcoxonSignedRank.of(List.of(1.0, 0.0, -2.0, 3.0, 3.0, -1.0, 4.0, 0.0, 2.5));

        assertThat(test.differences()).isEqualTo(7);
        assertNumber(test.v(), 23.5, CLOSED);
        assertNumber(test.p(), 0.126825658377091, CLOSED);
        assertNone(WilcoxonSignedRank.of(List.of(0.0, 0.0)).p(), "no pair differs");
    }

    @Test
    void quantilesInterpolateAsTypeSeven() {
        Quantiles quantiles = Quantiles.of(List.of(9, 1, 4, 7, 3, 12));

        assertNumber(quantiles.at(0), 1, CLOSED);
        assertNumber(quantiles.at(0.1), 2, CLOSED);
        assertNumber(quantiles.at(0.25), 3.25, CLOSED);
        assertNumber(quantiles.median(), 5.5, CLOSED);
        assertNumber(quantiles.at(0.75), 8.5, CLOSED);
        assertNumber(quantiles.at(1), 12, CLOSED);
        assertNone(Quantiles.of(List.<Integer>of()).median(), "no values");
    }

    @Test
    void anEstimateIsNeverNotANumberNorMinusZero() {
        assertThatThrownBy(() -> Estimate.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Estimate.of(-0.0)).isEqualTo(Estimate.of(0.0));
        assertNone(Estimate.none("why").map(x -> x + 1), "why");
    }
}
