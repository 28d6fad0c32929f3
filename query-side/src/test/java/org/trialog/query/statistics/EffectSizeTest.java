package org.trialog.query.statistics;

import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: {@code src/test/r/pooling.R}, metafor's {@code escalc}. */
class EffectSizeTest {

    private static final Means TREATED = new Means(20, 12.4, 4.1);
    private static final Means CONTROL = new Means(18, 17.9, 5.3);

    @Test
    void differencesOfMeans() {
        assertEffect(EffectSize.meanDifference(TREATED, CONTROL), -5.5, 2.40105555555556);
        assertEffect(EffectSize.standardisedMeanDifference(TREATED, CONTROL), -1.144425870420057, 0.122788589409328);
        assertEffect(
                EffectSize.standardisedMeanDifference(new Means(2, 1, 2), new Means(2, 0, 1)),
                0.356824823230554,
                1.015915494309189);
        assertEffect(EffectSize.meanDifference(TREATED, CONTROL).turned(), 5.5, 2.40105555555556);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 123, 11, 139, -0.889311333920205, 0.325584765003961",
        "0, 30, 5, 31, -2.36614657448379, 2.11831011730205",
        "5, 30, 0, 31, 2.42964397111295, 2.11831011730205"
    })
    void halfAnEventIsAddedOnlyWhereACellIsZero(
            double x1, double n1, double x2, double n2, double log, double variance) {
        assertEffect(EffectSize.logRiskRatio(new Counts(x1, n1), new Counts(x2, n2)), log, variance);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 31.5, 20, 28.25, -1.158716212737815, 0.192857142857143",
        "0, 12, 5, 11, -2.484906649788, 2.18181818181818",
        "3, 12, 0, 11, 1.85889877206568, 2.28571428571429"
    })
    void ratesGetItInBothGroups(double x1, double t1, double x2, double t2, double log, double variance) {
        assertEffect(EffectSize.logRateRatio(new Counts(x1, t1), new Counts(x2, t2)), log, variance);
    }

    @Test
    void whatHasNoEffectSaysWhy() {
        assertNone(EffectSize.logRateRatio(new Counts(0, 3), new Counts(0, 2)).value(), "no event in either group");
        assertNone(EffectSize.logRiskRatio(new Counts(0, 3), new Counts(0, 2)).value(), "no event in either group");
        assertNone(
                EffectSize.meanDifference(new Means(5, 1, 0), new Means(5, 2, 0))
                        .variance(),
                "no spread within the groups: its variance is 0");
        assertNone(
                EffectSize.standardisedMeanDifference(new Means(5, 1, 0), new Means(5, 2, 0))
                        .value(),
                "no spread within the groups to standardise by");
    }

    @ParameterizedTest
    @CsvSource({
        "19, 29, 38, 28.6666666666667, 16.3400658302719",
        "11, 12, 14, 12.3333333333333, 2.58001039425345",
        "8, 13.5, 33, 18.1666666666667, 21.5000866187787",
        "15, 21.5, 26, 20.8333333333333, 9.46003811226265"
    })
    void mediansAndQuartilesOfTenByWan(double q1, double median, double q3, double mean, double deviation) {
        Means means = Means.ofQuartiles(10, q1, median, q3);

        assertNumber(means.mean(), mean, CLOSED);
        assertNumber(means.deviation(), deviation, CLOSED);
    }

    @Test
    void twoGroupsAsOne() {
        Means both = new Means(10, 20.8, 8.9).with(new Means(14, 15.7, 5.7));

        assertNumber(both.n(), 24, CLOSED);
        assertNumber(both.mean(), 17.825, CLOSED);
        assertNumber(both.deviation(), 7.48036560371332, CLOSED);
    }

    private static void assertEffect(EffectSize effect, double value, double variance) {
        assertNumber(effect.value(), value, CLOSED);
        assertNumber(effect.variance(), variance, CLOSED);
    }
}
