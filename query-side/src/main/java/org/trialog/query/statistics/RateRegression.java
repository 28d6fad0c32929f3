package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.trialog.query.statistics.LogLinearFit.Weighting;
import org.trialog.query.statistics.RateFit.Model;

/**
 * Regression of event rates with log link and log person-time as offset (Nelder and Wedderburn 1972).
 * R: {@code glm(events ~ ... + offset(log(time)))} with family poisson or quasipoisson, and {@code MASS::glm.nb}.
 */
public final class RateRegression {

    private static final String INTERCEPT = "(Intercept)";
    private static final String NO_THETA = "the model has no θ";

    private final List<String> names;
    private final List<RateObservation> rows;

    private RateRegression(List<String> covariates, List<RateObservation> rows) {
        this.names = new ArrayList<>(List.of(INTERCEPT));
        this.names.addAll(covariates);
        this.rows = List.copyOf(rows);
        if (rows.stream().anyMatch(row -> row.covariates().size() != covariates.size())) {
            throw new IllegalArgumentException("Each row needs " + covariates.size() + " covariates: " + covariates);
        }
    }

    /** Variance μ; z statistics. */
    public static RateFit poisson(List<String> covariates, List<RateObservation> rows) {
        return new RateRegression(covariates, rows).poisson(NO_THETA, List.of());
    }

    /** Variance φ·μ (Wedderburn 1974): standard errors times √φ; t statistics on n − p degrees of freedom. */
    public static RateFit quasiPoisson(List<String> covariates, List<RateObservation> rows) {
        return new RateRegression(covariates, rows).quasiPoisson();
    }

    /**
     * Variance μ + μ²/θ (Lawless 1987), θ by maximum likelihood; z statistics conditional on θ, as {@code glm.nb}
     * prints them. Counts that spread no more than Poisson's send θ to infinity: then it is Poisson, and says so.
     */
    public static RateFit negativeBinomial(List<String> covariates, List<RateObservation> rows) {
        return new RateRegression(covariates, rows).negativeBinomial();
    }

    private RateFit poisson(String whyNoTheta, List<String> notes) {
        LogLinearFit solver = new LogLinearFit(rows);
        Optional<String> obstacle = solver.obstacle();
        if (obstacle.isPresent()) {
            return new RateFit.NotFitted(obstacle.get());
        }
        return solver.fit(Weighting.POISSON)
                .<RateFit>map(fit -> new RateFit.Fitted(
                        Model.POISSON, normal(fit), fit.dispersion(rows), Estimate.none(whyNoTheta), notes))
                .orElseGet(RateRegression::diverged);
    }

    private RateFit quasiPoisson() {
        return switch (poisson(NO_THETA, List.of())) {
            case RateFit.NotFitted none -> none;
            case RateFit.Fitted poisson ->
                switch (poisson.dispersion()) {
                    case Estimate.NotEstimable(String reason) -> new RateFit.NotFitted(reason);
                    case Estimate.Known(double phi)
                    when phi < 1e-12 -> new RateFit.NotFitted("the counts do not vary about their means");
                    case Estimate.Known(double phi) -> spread(poisson, phi);
                };
        };
    }

    private RateFit spread(RateFit.Fitted poisson, double phi) {
        int degreesOfFreedom = rows.size() - names.size();
        List<Coefficient> coefficients = poisson.coefficients().stream()
                .map(c -> Coefficient.student(
                        c.name(), c.estimate(), c.standardError() * FastMath.sqrt(phi), degreesOfFreedom))
                .toList();
        return new RateFit.Fitted(Model.QUASI_POISSON, coefficients, poisson.dispersion(), poisson.theta(), List.of());
    }

    private RateFit negativeBinomial() {
        LogLinearFit solver = new LogLinearFit(rows);
        Optional<String> obstacle = solver.obstacle();
        if (obstacle.isPresent()) {
            return new RateFit.NotFitted(obstacle.get());
        }
        Optional<LogLinearFit.Point> fit = solver.fit(Weighting.POISSON);
        double last = Double.NaN;
        for (int round = 0; round < 200 && fit.isPresent(); round++) {
            Estimate theta = new NegativeBinomialTheta(rows, fit.get().means()).estimate(last);
            if (!(theta instanceof Estimate.Known(double value))) {
                return poisson(theta.reason(), List.of(theta.reason() + ": Poisson instead"));
            }
            if (FastMath.abs(value - last) <= 1e-12 * value) {
                return new RateFit.Fitted(
                        Model.NEGATIVE_BINOMIAL, normal(fit.get()), fit.get().dispersion(rows), theta, List.of());
            }
            last = value;
            fit = solver.fit(new Weighting(value), fit.get());
        }
        return diverged();
    }

    private List<Coefficient> normal(LogLinearFit.Point fit) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            coefficients.add(Coefficient.normal(names.get(j), fit.coefficient(j), fit.standardError(j)));
        }
        return List.copyOf(coefficients);
    }

    private static RateFit diverged() {
        return new RateFit.NotFitted(
                "the fit does not converge: where a group has no events, its rate ratio is 0 or infinite");
    }
}
