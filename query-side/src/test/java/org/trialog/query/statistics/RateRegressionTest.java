package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.ITERATED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialog.query.statistics.RateFit.Model;

class RateRegressionTest {

    private static final String DIVERGES =
            "the fit does not converge: where a group has no events, its rate ratio is 0 or infinite";

    private static List<RateObservation> epil(boolean withAge) {
        DataSet epil = DataSet.read("epil");
        List<RateObservation> rows = new ArrayList<>();
        for (int i = 0; i < epil.column("y").size(); i++) {
            long seizures = epil.column("y").get(i).longValue();
            double age = epil.column("age").get(i);
            double progabide = epil.column("progabide").get(i);
            rows.add(
                    withAge
                            ? new RateObservation(seizures, 0.5 + age / 60, List.of(progabide, age))
                            : new RateObservation(seizures, 1, List.of(progabide)));
        }
        return rows;
    }

    private static List<RateObservation> arms(long[] counts, double[] years, int second) {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new RateObservation(counts[i], years[i], List.of(i < second ? 0.0 : 1.0)))
                .toList();
    }

    private static List<RateObservation> evenCounts() {
        return arms(new long[] {2, 3, 2, 3, 4, 5, 4, 5}, new double[] {1, 1.1, 0.9, 1, 1, 1.2, 0.8, 1}, 4);
    }

    private static RateFit.Fitted fitted(RateFit fit) {
        assertThat(fit).isInstanceOf(RateFit.Fitted.class);
        return (RateFit.Fitted) fit;
    }

    private static void assertCoefficient(Coefficient actual, double estimate, double standardError, double p) {
        assertNumber(actual.estimate(), estimate, ITERATED);
        assertNumber(actual.standardError(), standardError, ITERATED);
        assertNumber(actual.p(), p, ITERATED);
    }

    @Test
    void seizuresBySubjectAsNegativeBinomial() {
        RateFit.Fitted fit = fitted(RateRegression.negativeBinomial(List.of("progabide"), epil(false)));

        assertThat(fit.model()).isEqualTo(Model.NEGATIVE_BINOMIAL);
        assertThat(fit.notes()).isEmpty();
        assertNumber(fit.theta(), 1.111200062734, ITERATED);
        assertCoefficient(fit.coefficients().get(0), 3.5357698987950825, 0.182156160565037, 6.27257013847925e-84);
        assertCoefficient(fit.coefficients().get(1), -0.0750870638467516, 0.251443775203283, 0.765227200319648);
        assertNumber(fit.coefficients().get(1).ratio().value(), Math.exp(-0.0750870638467516), ITERATED);
    }

    @Test
    void seizuresByAgeAndPersonTimeAsNegativeBinomial() {
        RateFit.Fitted fit = fitted(RateRegression.negativeBinomial(List.of("progabide", "age"), epil(true)));

        assertNumber(fit.theta(), 1.12019632036616, ITERATED);
        assertCoefficient(fit.coefficients().get(0), 4.5361137702542136, 0.6112741660347160, 1.16457516278961e-13);
        assertCoefficient(fit.coefficients().get(1), -0.1440687339664039, 0.2517877336616605, 0.567197806488320);
        assertCoefficient(fit.coefficients().get(2), -0.0329843430944783, 0.0201413107900688, 0.101495498683754);
    }

    /** Converged; R's default tolerance stops a step earlier, with φ 64.9124096 and a standard error of 0.365108825. */
    @Test
    void seizuresBySubjectAsQuasiPoisson() {
        RateFit.Fitted fit = fitted(RateRegression.quasiPoisson(List.of("progabide"), epil(false)));

        assertThat(fit.model()).isEqualTo(Model.QUASI_POISSON);
        assertNumber(fit.dispersion(), 64.9054320993, ITERATED);
        assertCoefficient(fit.coefficients().get(0), 3.5357698987950807, 0.259883573950255, 1.50192905598694e-19);
        Coefficient progabide = fit.coefficients().get(1);
        assertCoefficient(progabide, -0.0750870638467509, 0.365102434996154, 0.837789053774388);
        double half = 2.00246545929101 * 0.365102434996154;
        assertInterval(progabide.interval(), -0.0750870638467509 - half, -0.0750870638467509 + half, ITERATED);
    }

    @Test
    void seizuresBySubjectAsPoisson() {
        RateFit.Fitted fit = fitted(RateRegression.poisson(List.of("progabide"), epil(false)));

        assertCoefficient(fit.coefficients().get(1), -0.0750870638467509, 0.0453183620806313, 0.0975438453680402);
        assertNumber(fit.dispersion(), 64.9054320993, ITERATED);
    }

    @Test
    void countsThatSpreadNoMoreThanPoissonFallBackToItAndSaySo() {
        RateFit.Fitted fit = fitted(RateRegression.negativeBinomial(List.of("arm"), evenCounts()));

        assertThat(fit.model()).isEqualTo(Model.POISSON);
        assertThat(fit.notes()).containsExactly("θ runs away to infinity: Poisson instead");
        assertNone(fit.theta(), "θ runs away to infinity");
        assertCoefficient(fit.coefficients().get(1), 0.587786664902119, 0.394405318514395, 0.13614242803200330);
        assertNumber(fit.dispersion(), 0.072615039400689, ITERATED);
    }

    @Test
    void personTimeIsTheOffset() {
        RateFit.Fitted fit = fitted(RateRegression.quasiPoisson(List.of("arm"), evenCounts()));

        assertCoefficient(fit.coefficients().get(0), 0.916290731874155, 0.0852144583971585, 3.82359104065109e-05);
        assertCoefficient(fit.coefficients().get(1), 0.587786664902119, 0.1062811026246170, 1.47249972451690e-03);
        assertNumber(fit.coefficients().get(0).ratio().value(), 2.5, ITERATED);
    }

    @Test
    void anArmWithoutEventsHasNoFiniteRateRatio() {
        List<RateObservation> rows = arms(new long[] {2, 3, 0, 0}, new double[] {1, 1, 1, 1}, 2);

        assertThat(RateRegression.poisson(List.of("arm"), rows)).isEqualTo(new RateFit.NotFitted(DIVERGES));
        assertThat(RateRegression.negativeBinomial(List.of("arm"), rows)).isEqualTo(new RateFit.NotFitted(DIVERGES));
    }

    @Test
    void whatTheDataDoNotDetermineIsSaid() {
        List<RateObservation> none = arms(new long[] {0, 0}, new double[] {1, 1}, 1);
        List<RateObservation> oneArm = arms(new long[] {2, 3}, new double[] {1, 1}, 2);
        List<RateObservation> two = arms(new long[] {2, 3}, new double[] {1, 1}, 1);
        List<RateObservation> even = arms(new long[] {2, 2, 3, 3}, new double[] {1, 1, 1, 1}, 2);

        assertThat(RateRegression.poisson(List.of("arm"), none)).isEqualTo(new RateFit.NotFitted("no events"));
        assertThat(RateRegression.poisson(List.of("arm"), List.of())).isEqualTo(new RateFit.NotFitted("no events"));
        assertThat(RateRegression.negativeBinomial(List.of("arm"), oneArm))
                .isEqualTo(new RateFit.NotFitted("a covariate does not vary, or follows from the others"));
        assertThat(RateRegression.quasiPoisson(List.of("arm"), two))
                .isEqualTo(new RateFit.NotFitted("as many coefficients as rows"));
        assertThat(RateRegression.quasiPoisson(List.of("arm"), even))
                .isEqualTo(new RateFit.NotFitted("the counts do not vary about their means"));
        assertNone(fitted(RateRegression.poisson(List.of("arm"), two)).dispersion(), "as many coefficients as rows");
    }

    @Test
    void aRowWithoutPersonTimeOrWithOtherCovariatesIsRefused() {
        assertThatThrownBy(() -> new RateObservation(0, 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RateRegression.poisson(List.of("arm", "age"), evenCounts()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
