package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.FastMath;

/**
 * Proportional hazards (Cox 1972) with Efron's (1977) likelihood for ties, late entry and split time; maximised by
 * Newton's method to steps below 1e-12. R: {@code coxph(Surv(after, time, event) ~ ...)}.
 */
public final class CoxModel {

    private static final int ITERATIONS = 60;
    private static final double STEP = 1e-12;

    /** Below this share of what it was at 0, information on a coefficient vanishes: it runs to infinity. */
    private static final double VANISHED = 1e-8;

    private static final double SINGULAR = 1e-9;

    private final List<String> names;
    private final List<CoxObservation> rows;

    private CoxModel(List<String> names, List<CoxObservation> rows) {
        this.names = names;
        this.rows = rows;
    }

    /** Rows taken as independent: standard errors from the information. */
    public static CoxFit fit(List<String> covariates, List<CoxObservation> rows) {
        return new CoxModel(covariates, rows).fit(false);
    }

    /** The rows of a subject belong together: sandwich standard errors (Lin and Wei 1989; R: {@code cluster = id}). */
    public static CoxFit fitClustered(List<String> covariates, List<CoxObservation> rows) {
        return new CoxModel(covariates, rows).fit(true);
    }

    private CoxFit fit(boolean clustered) {
        Standardised columns = Standardised.of(
                names, rows.stream().map(CoxObservation::covariates).toList());
        if (!columns.constant().isEmpty()) {
            return new CoxFit.NotFitted(columns.constant() + " does not vary");
        }
        EfronLikelihood likelihood =
                new EfronLikelihood(rows.stream().map(CoxObservation::atRisk).toList(), columns);
        if (likelihood.events() == 0) {
            return new CoxFit.NotFitted("no events");
        }
        RealVector beta = new ArrayRealVector(names.size());
        EfronLikelihood.Point point = likelihood.at(beta);
        EfronLikelihood.Point start = point;
        if (!solver(point.information()).isNonSingular()) {
            return new CoxFit.NotFitted("the covariates do not differ among those at risk when events happened");
        }
        for (int i = 0; i < ITERATIONS; i++) {
            DecompositionSolver solver = solver(point.information());
            if (vanished(point.information(), start.information()) || !solver.isNonSingular()) {
                break;
            }
            RealVector step = solver.solve(point.score());
            EfronLikelihood.Point next = likelihood.at(beta.add(step));
            double rounding = STEP * FastMath.abs(point.logLikelihood());
            while (!(next.logLikelihood() >= point.logLikelihood() - rounding) && step.getNorm() > STEP) {
                step = step.mapMultiply(0.5);
                next = likelihood.at(beta.add(step));
            }
            beta = beta.add(step);
            point = next;
            if (step.getLInfNorm() <= STEP * (1 + beta.getLInfNorm())) {
                return fitted(likelihood, columns, beta, start, point, clustered);
            }
        }
        return new CoxFit.NotFitted(
                "the fit does not converge: where one group has no events, its hazard ratio is 0 or infinite");
    }

    private CoxFit fitted(
            EfronLikelihood likelihood,
            Standardised columns,
            RealVector beta,
            EfronLikelihood.Point start,
            EfronLikelihood.Point end,
            boolean clustered) {
        RealMatrix variance = solver(end.information()).getInverse();
        if (clustered) {
            RealMatrix influences = bySubject(likelihood.scoreResiduals(beta)).multiply(variance);
            if (influences.getRowDimension() < 2) {
                return new CoxFit.NotFitted("only one subject");
            }
            variance = influences.transposeMultiply(influences);
        }
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            double scale = columns.scale(j);
            double standardError = FastMath.sqrt(variance.getEntry(j, j)) / scale;
            if (!(standardError > 0)) {
                return new CoxFit.NotFitted("no variation between subjects");
            }
            coefficients.add(Coefficient.normal(names.get(j), beta.getEntry(j) / scale, standardError));
        }
        double ratio = 2 * (end.logLikelihood() - start.logLikelihood());
        return new CoxFit.Fitted(
                rows.size(),
                likelihood.events(),
                List.copyOf(coefficients),
                start.logLikelihood(),
                end.logLikelihood(),
                ratio,
                Distributions.chiSquareUpper(ratio, names.size()),
                clustered ? "Cox, Efron ties, sandwich by subject" : "Cox, Efron ties");
    }

    private RealMatrix bySubject(double[][] residuals) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < residuals.length; i++) {
            double[] sum = sums.computeIfAbsent(rows.get(i).subject(), _ -> new double[names.size()]);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += residuals[i][j];
            }
        }
        return MatrixUtils.createRealMatrix(sums.values().toArray(double[][]::new));
    }

    private static boolean vanished(RealMatrix now, RealMatrix atStart) {
        for (int j = 0; j < now.getColumnDimension(); j++) {
            if (now.getEntry(j, j) < VANISHED * atStart.getEntry(j, j)) {
                return true;
            }
        }
        return false;
    }

    private static DecompositionSolver solver(RealMatrix information) {
        return new QRDecomposition(information, SINGULAR).getSolver();
    }
}
