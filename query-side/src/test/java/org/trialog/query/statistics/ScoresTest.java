package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.query.statistics.Ancova.Pair;
import org.trialog.query.statistics.CumulativeHazard.Curve;
import org.trialog.query.statistics.CumulativeHazard.Exponential;

/** Against R 4.2: {@code src/test/r/scores.R}. */
class ScoresTest {

    private static final DataSet ANOREXIA = DataSet.read("anorexia");

    private static List<Pair> pairs(String treat) {
        DataSet group = ANOREXIA.where("treat", treat);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < group.column("pre").size(); i++) {
            pairs.add(new Pair(group.column("pre").get(i), group.column("post").get(i)));
        }
        return pairs;
    }

    private static List<Double> change(String treat) {
        return pairs(treat).stream().map(pair -> pair.post() - pair.pre()).toList();
    }

    private static void assertCoefficient(
            LinearCoefficient actual, double estimate, double error, double t, double p, double lower, double upper) {
        assertNumber(actual.estimate(), estimate, CLOSED);
        assertNumber(actual.standardError(), error, CLOSED);
        assertNumber(actual.statistic(), t, CLOSED);
        assertNumber(actual.p(), p, CLOSED);
        assertInterval(actual.interval(), lower, upper, CLOSED);
    }

    @Test
    void ancovaOfAnorexia() {
        Ancova ancova = Ancova.of(List.of("CBT", "Cont", "FT"), List.of(pairs("CBT"), pairs("Cont"), pairs("FT")));

        assertThat(ancova.fit()).isInstanceOfSatisfying(LeastSquares.Fitted.class, fit -> {
            assertThat(fit.n()).isEqualTo(72);
            assertThat(fit.degreesOfFreedom()).isEqualTo(68);
            assertCoefficient(
                    fit.coefficients().get(0),
                    0.434461150360903,
                    0.161182361851829,
                    2.69546335820722,
                    0.008850032313948018,
                    0.112826754991095,
                    0.756095545730712);
            assertCoefficient(
                    fit.coefficients().get(1),
                    -4.097065528072899,
                    1.893492606966926,
                    -2.16376103767088,
                    0.033999314720262852,
                    -7.875471197167499,
                    -0.318659858978299);
            assertCoefficient(
                    fit.coefficients().get(2),
                    4.563062652918790,
                    2.133335922643111,
                    2.13893302244934,
                    0.036035084664884302,
                    0.306057098981241,
                    8.820068206856337);
        });
    }

    @Test
    void theMeanOfASampleAndItsInterval() {
        SampleMean mean = SampleMean.of(change("CBT"));

        assertNumber(mean.mean(), 3.006896551724138, CLOSED);
        assertNumber(mean.deviation(), 7.308504392363871, CLOSED);
        assertNumber(mean.standardError(), 1.357155194708478, CLOSED);
        assertInterval(mean.interval(), 0.226890158358777, 5.786902945089500, CLOSED);
    }

    @Test
    void theDifferenceOfTwoMeansByWelchAndPooled() {
        MeanDifference welch = MeanDifference.welch(change("FT"), change("CBT"));
        MeanDifference pooled = MeanDifference.pooled(change("FT"), change("CBT"));

        assertNumber(welch.standardError(), 2.2034794711132735, CLOSED);
        assertNumber(welch.statistic(), 1.9323117761916850, CLOSED);
        assertNumber(welch.degreesOfFreedom(), 34.2291373698199166, CLOSED);
        assertNumber(welch.p(), 0.0616311298796266, CLOSED);
        assertInterval(welch.interval(), -0.2190958204643532, 8.7347144817219622, CLOSED);
        assertNumber(pooled.standardError(), 2.2157908395279784, CLOSED);
        assertNumber(pooled.degreesOfFreedom(), 44, CLOSED);
        assertNumber(pooled.p(), 0.0611511646172958, CLOSED);
        assertInterval(pooled.interval(), -0.2078236791054082, 8.7234423403630164, CLOSED);
    }

    @Test
    void theStandardisedDifferenceIsCorrectedForSmallSamples() {
        StandardisedDifference g = StandardisedDifference.of(change("FT"), change("CBT"));

        assertNumber(g.g(), 0.5768940397922474, CLOSED);
        assertNumber(g.standardError(), 0.3113257980367055, CLOSED);
        assertInterval(g.interval(), -0.0332933118178859, 1.1870813914023808, CLOSED);
    }

    @Test
    void aSlopeIsInPointsAMonthOf30_4375Days() {
        List<Slope.Point> points = List.of(
                new Slope.Point(0, 40), new Slope.Point(28, 39), new Slope.Point(61, 37), new Slope.Point(92, 36));

        assertNumber(Slope.of(points), -1.38214752811928, CLOSED);
        assertNone(Slope.of(points.subList(0, 1)), "fewer than two values");
        assertNone(Slope.of(List.of(new Slope.Point(5, 1), new Slope.Point(5, 2))), "all values are of one day");
    }

    @Test
    void observedAgainstExpectedByTheExponentialLaw() {
        double expected = new Exponential(300).at(400) + new Exponential(500).at(600) - new Exponential(500).at(100);
        ObservedExpected ratio = ObservedExpected.of(3, expected);

        assertNumber(expected, 1.617343421306539, CLOSED);
        assertNumber(ratio.ratio(), 1.854893624000096, CLOSED);
        assertInterval(ratio.interval(), 0.382523658701885, 5.420786305644262, CLOSED);
    }

    @Test
    void anEnteredCurveIsLogLinearBetweenItsPoints() {
        Curve curve = new Curve(List.of(new Curve.Point(365, 0.6), new Curve.Point(730, 0.3)));
        ObservedExpected ratio = ObservedExpected.of(3, curve.at(400) + curve.at(600) - curve.at(100));

        assertNumber(ratio.expected(), 1.394438032119889, CLOSED);
        assertNumber(ratio.ratio(), 2.151404315499959, CLOSED);
        assertInterval(ratio.interval(), 0.443671291692373, 6.287316372470070, CLOSED);
        assertThat(curve.end()).isEqualTo(730);
        assertThatThrownBy(() -> curve.at(731)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeEstimatedSaysWhy() {
        assertNone(SampleMean.of(List.of()).mean(), "no values");
        assertNumber(SampleMean.of(List.of(4.0)).mean(), 4, CLOSED);
        assertNone(SampleMean.of(List.of(4.0)).interval().lower(), "one value has no spread");
        assertNone(
                SampleMean.of(List.of(0.1, 0.1, 0.1)).interval().upper(),
                "all values are equal: no spread to form an interval from");
        assertNone(MeanDifference.welch(List.of(), List.of(1.0)).difference(), "no values on one side");
        assertNumber(MeanDifference.welch(List.of(3.0), List.of(1.0, 2.0)).difference(), 1.5, CLOSED);
        assertNone(MeanDifference.welch(List.of(3.0), List.of(1.0, 2.0)).p(), "one value on a side has no spread");
        assertNone(
                MeanDifference.pooled(List.of(3.0, 3.0), List.of(1.0, 1.0)).p(),
                "all values are equal: no spread to form an interval from");
        assertNone(StandardisedDifference.of(List.of(3.0), List.of(1.0, 2.0)).g(), "fewer than two values on a side");
        assertNone(ObservedExpected.of(0, 0).ratio(), "nothing was expected");
    }

    @Test
    void aModelThatTheValuesDoNotDetermineSaysWhy() {
        assertThat(Ancova.of(List.of("a", "b"), List.of(List.of(new Pair(1, 2)), List.of(new Pair(2, 2))))
                        .fit())
                .isEqualTo(new LeastSquares.NotFitted("too few values for the model: 2 of at least 4"));
        List<Pair> same = List.of(new Pair(1, 2), new Pair(1, 3), new Pair(1, 5));
        assertThat(Ancova.of(List.of("a", "b"), List.of(same, same)).fit())
                .isEqualTo(new LeastSquares.NotFitted("the value before does not vary"));
        List<Pair> exact = List.of(new Pair(1, 2), new Pair(2, 3), new Pair(3, 4));
        assertThat(Ancova.of(List.of("a", "b"), List.of(exact, exact)).fit())
                .isEqualTo(new LeastSquares.NotFitted("the values leave no spread around the model"));
        List<Pair> low = List.of(new Pair(1, 2), new Pair(1, 3));
        List<Pair> high = List.of(new Pair(2, 2), new Pair(2, 4));
        assertThat(Ancova.of(List.of("a", "b"), List.of(low, high)).fit())
                .isEqualTo(new LeastSquares.NotFitted("the covariates say the same of every subject"));
    }
}
