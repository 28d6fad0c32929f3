package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.ITERATED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: {@code src/test/r/pooling.R}, metafor. */
class RandomEffectsTest {

    private static final DataSet BCG = DataSet.read("bcg");

    @ParameterizedTest
    @CsvSource({
        "DERSIMONIAN_LAIRD, NORMAL, -0.714117222073227, 0.178742089535403, -1.06444528008405, -0.363789164062403,"
                + "0.308760262862376, 92.1173468545621, 12.6860840068644, -1.858153752732168, 0.429919308585714",
        "DERSIMONIAN_LAIRD, HARTUNG_KNAPP, -0.714117222073227, 0.180696628335547, -1.10782135416833,"
                + " -0.320413089978125,0.308760262862376, 92.1173468545621, 12.6860840068644, -1.987206963430739,"
                + " 0.558972519284285",
        "RESTRICTED_MAXIMUM_LIKELIHOOD, NORMAL, -0.714532342158139, 0.179781516105206, -1.06689763881035,"
                + "-0.362167045505929, 0.313243258136481, 92.221384521269, 12.8557582353092, -1.866692217902886,"
                + "0.437627533586608",
        "RESTRICTED_MAXIMUM_LIKELIHOOD, HARTUNG_KNAPP, -0.714532342158139, 0.180791744092848, -1.10844371368555,"
                + "-0.320620970630728, 0.313243258136481, 92.221384521269, 12.8557582353092, -1.996016834196202,"
                + "0.566952149879923",
        "PAULE_MANDEL, NORMAL, -0.714968153493444, 0.180892191537624, -1.06951033399171, -0.360425972995181,"
                + "0.318068452205024, 92.3303379541533, 13.0383841429039, -1.875807082484017, 0.445870775497128",
        "PAULE_MANDEL, HARTUNG_KNAPP, -0.714968153493444, 0.180892191537624, -1.10909838120224, -0.320837925784648,"
                + "0.318068452205024, 92.3303379541533, 13.0383841429039, -2.005425922928103, 0.575489615941215"
    })
    void thirteenTrialsOfBcg(
            BetweenStudies estimator,
            RandomEffects.Test test,
            double effect,
            double standardError,
            double lower,
            double upper,
            double tau2,
            double iSquared,
            double hSquared,
            double predictedLower,
            double predictedUpper) {
        RandomEffects pooled = RandomEffects.of(bcg(BCG), estimator, test);

        double agreement = estimator == BetweenStudies.DERSIMONIAN_LAIRD ? CLOSED : 1e-8;
        assertNumber(pooled.effect(), effect, agreement);
        assertNumber(pooled.standardError(), standardError, agreement);
        assertInterval(pooled.interval(), lower, upper, agreement);
        assertNumber(pooled.tau2(), tau2, agreement);
        assertNumber(pooled.iSquared(), iSquared, agreement);
        assertNumber(pooled.hSquared(), hSquared, agreement);
        assertInterval(pooled.prediction(), predictedLower, predictedUpper, agreement);
        assertNumber(pooled.q(), 152.233008082373, CLOSED);
        assertNumber(pooled.p(), 1.99676459084597e-26, CLOSED);
        assertThat(pooled.freedom()).isEqualTo(12);
    }

    @Test
    void weightsArePerCent() {
        List<Double> weights = dl(bcg(BCG)).weights();

        assertNumber(weights.getFirst(), 5.03649168323173, CLOSED);
        assertNumber(weights.get(7), 10.21634253328429, CLOSED);
        assertNumber(weights.stream().mapToDouble(weight -> weight).sum(), 100, CLOSED);
    }

    @Test
    void subgroupsHaveAVarianceOfTheirOwn() {
        List<RandomEffects> groups = new ArrayList<>();
        for (String allocation : List.of("alternate", "random", "systematic")) {
            groups.add(dl(bcg(BCG.where("alloc", allocation))));
        }

        assertNumber(groups.get(1).effect(), -1.00416135399824, CLOSED);
        assertNumber(groups.get(1).tau2(), 0.763062754370953, CLOSED);
        assertNumber(groups.get(2).tau2(), 0.28497068180746316, CLOSED);
        RandomEffects.Difference between = RandomEffects.between(groups);
        assertNumber(between.q(), 1.536768872062753, CLOSED);
        assertThat(between.freedom()).isEqualTo(2);
        assertNumber(between.p(), 0.463761700109843, CLOSED);
        assertNone(RandomEffects.between(groups.subList(0, 1)).q(), "fewer than two groups of studies");
    }

    @Test
    void noVarianceBetweenStudiesThatAgree() {
        for (BetweenStudies estimator : BetweenStudies.values()) {
            RandomEffects pooled =
                    RandomEffects.of(effects(0.1, 0.04, 0.12, 0.05, 0.11, 0.03), estimator, RandomEffects.Test.NORMAL);

            assertNumber(pooled.tau2(), 0, CLOSED);
            assertNumber(pooled.iSquared(), 0, CLOSED);
            assertNumber(pooled.standardError(), 0.1129865365732064, CLOSED);
        }
    }

    @Test
    void studiesFarApart() {
        List<EffectSize> far = effects(-30, 0.3, 12, 0.02, 4, 1.4, 55, 0.11, -2, 0.5);
        RandomEffects reml =
                RandomEffects.of(far, BetweenStudies.RESTRICTED_MAXIMUM_LIKELIHOOD, RandomEffects.Test.NORMAL);
        RandomEffects pm = RandomEffects.of(far, BetweenStudies.PAULE_MANDEL, RandomEffects.Test.NORMAL);

        assertNumber(reml.tau2(), 946.2734817286688, ITERATED);
        assertNumber(reml.standardError(), 13.76037225320023, ITERATED);
        assertNumber(pm.tau2(), 946.00387512606108, ITERATED);
    }

    @Test
    void oneStudyAloneIsItselfAndSaysSo() {
        RandomEffects alone =
                RandomEffects.of(effects(0.4, 0.04), BetweenStudies.PAULE_MANDEL, RandomEffects.Test.HARTUNG_KNAPP);

        assertNumber(alone.effect(), 0.4, CLOSED);
        assertInterval(alone.interval(), 0.00800720309198932, 0.79199279690801094, CLOSED);
        assertNone(alone.tau2(), "one study");
        assertNone(alone.prediction().lower(), "one study");
        assertNone(dl(List.of()).effect(), "no study");
    }

    @Test
    void aStudyWithoutVarianceWouldWeighInfinitely() {
        assertThatThrownBy(() -> dl(effects(0.4, 0))).hasMessageContaining("variance 0");
    }

    private static RandomEffects dl(List<EffectSize> studies) {
        return RandomEffects.of(studies, BetweenStudies.DERSIMONIAN_LAIRD, RandomEffects.Test.NORMAL);
    }

    /** @param numbers value, variance, value, variance… */
    private static List<EffectSize> effects(double... numbers) {
        return IntStream.range(0, numbers.length / 2)
                .mapToObj(at -> new EffectSize(Estimate.of(numbers[2 * at]), Estimate.of(numbers[2 * at + 1])))
                .toList();
    }

    static List<EffectSize> bcg(DataSet trials) {
        List<Double> tpos = trials.column("tpos");
        List<Double> tneg = trials.column("tneg");
        List<Double> cpos = trials.column("cpos");
        List<Double> cneg = trials.column("cneg");
        return IntStream.range(0, tpos.size())
                .mapToObj(at -> EffectSize.logRiskRatio(
                        new Counts(tpos.get(at), tpos.get(at) + tneg.get(at)),
                        new Counts(cpos.get(at), cpos.get(at) + cneg.get(at))))
                .toList();
    }
}
