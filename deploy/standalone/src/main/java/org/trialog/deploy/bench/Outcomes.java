package org.trialog.deploy.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.trialog.query.statistics.Coefficient;
import org.trialog.query.statistics.CumulativeAt;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.KaplanMeier;
import org.trialog.query.statistics.LogRank;
import org.trialog.query.statistics.MeanCumulativeFunction;
import org.trialog.query.statistics.MedianTime;
import org.trialog.query.statistics.Observation;
import org.trialog.query.statistics.RateFit;
import org.trialog.query.statistics.RateObservation;
import org.trialog.query.statistics.RateRegression;
import org.trialog.query.statistics.RecurrentObservation;
import org.trialog.query.statistics.SurvivalAt;

/**
 * The statistics of a trial of 100,000 subjects with 1,000,000 events in memory; where R is installed its time beside
 * ours. A figure in which the two differ ends the benchmark: a fast wrong answer is none.
 */
public final class Outcomes {

    private static final int SUBJECTS = 100_000;
    private static final int EVENTS = 1_000_000;
    private static final long SEED = 20_260_101;
    private static final double LIMIT = 1000;
    private static final double AGREEMENT = 1e-6;
    private static final double DAY = 365;

    private final Path folder;

    /** @param folder an empty one, for what R reads and says */
    public Outcomes(Path folder) {
        this.folder = folder;
    }

    public List<Measure> run(Consumer<String> progress) throws Exception {
        progress.accept("making up a trial of " + SUBJECTS + " subjects with " + EVENTS + " events");
        SyntheticTrial trial = new SyntheticTrial(SUBJECTS, EVENTS, SEED);
        trial.write(folder);
        List<List<Observation>> first = trial.toFirst();
        List<List<RecurrentObservation>> recurrent = trial.recurrent();
        List<RateObservation> rates = trial.rates();
        Map<String, Callable<Map<String, Double>>> outcomes = new LinkedHashMap<>();
        outcomes.put("Kaplan-Meier", () -> timesToFirst(first));
        outcomes.put("mean cumulative function", () -> meanEvents(recurrent));
        outcomes.put("negative binomial", () -> rateRatio(rates));

        List<Measure> measures = new ArrayList<>();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Map.Entry<String, Callable<Map<String, Double>>> outcome : outcomes.entrySet()) {
            progress.accept("computing: " + outcome.getKey());
            figures.putAll(outcome.getValue().call());
            measures.add(Measure.time(outcome.getKey(), LIMIT, 2, 5, outcome.getValue()));
        }
        progress.accept("the same by R");
        Reference.run(folder, progress).ifPresent(reference -> {
            requireAgreement(figures, reference);
            progress.accept(figures.size() + " figures agree with R's to " + AGREEMENT);
            measures.addAll(
                    measures.stream().map(ours -> beside(ours, reference)).toList());
        });
        return List.copyOf(measures);
    }

    private static Map<String, Double> timesToFirst(List<List<Observation>> arms) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int k = 0; k < arms.size(); k++) {
            String arm = ", arm " + (k + 1);
            KaplanMeier curve = KaplanMeier.of(arms.get(k));
            MedianTime median = curve.median();
            SurvivalAt at = curve.at(DAY);
            if (!curve.warnings().isEmpty()) {
                throw new IllegalStateException("a trial without gaps: " + curve.warnings());
            }
            figures.put("median" + arm, known(median.time()));
            figures.put(
                    "lower limit of the median" + arm, known(median.interval().lower()));
            figures.put("free of the event on day 365" + arm, known(at.estimate()));
            figures.put("its standard error" + arm, known(at.standardError()));
        }
        figures.put("log-rank", known(LogRank.of(arms).chiSquare()));
        return figures;
    }

    private static Map<String, Double> meanEvents(List<List<RecurrentObservation>> arms) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int k = 0; k < arms.size(); k++) {
            CumulativeAt at = MeanCumulativeFunction.of(arms.get(k)).at(DAY);
            figures.put("mean events by day 365, arm " + (k + 1), known(at.estimate()));
            figures.put("their standard error, arm " + (k + 1), known(at.standardError()));
        }
        return figures;
    }

    private static Map<String, Double> rateRatio(List<RateObservation> rows) {
        if (!(RateRegression.negativeBinomial(List.of("arm"), rows) instanceof RateFit.Fitted fit)) {
            throw new IllegalStateException("the regression does not fit");
        }
        Coefficient arm = fit.coefficients().get(1);
        return Map.of(
                "log rate ratio", arm.estimate(),
                "standard error of the log rate ratio", arm.standardError(),
                "theta", known(fit.theta()));
    }

    private static double known(Estimate estimate) {
        return estimate.asDouble().orElseThrow(() -> new IllegalStateException(estimate.reason()));
    }

    private static void requireAgreement(Map<String, Double> figures, Map<String, Double> reference) {
        figures.forEach((name, ours) -> {
            Double theirs = reference.get(name);
            if (theirs == null || !(Math.abs(ours - theirs) <= AGREEMENT * Math.abs(theirs))) {
                throw new IllegalStateException(name + " is " + ours + " here and " + theirs + " by R");
            }
        });
    }

    private static Measure beside(Measure ours, Map<String, Double> reference) {
        double millis = Objects.requireNonNull(reference.get(ours.name() + " ms"), ours.name());
        return new Measure(
                ours.name() + ": R's time over ours",
                millis / ours.value(),
                "times",
                1,
                true,
                "R %.0f ms, one run".formatted(millis));
    }
}
