package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition.Model;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.statistics.Coefficient;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.PoissonRate;
import org.trialog.query.statistics.RateFit;
import org.trialog.query.statistics.RateObservation;
import org.trialog.query.statistics.RateRegression;

/** Events per person-year, in each group and against the first, and against a baseline window of the same subjects. */
final class EventRate implements Answer {

    private final Question question;
    private final Cohort cohort;

    EventRate(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
    }

    @Override
    public Part of(Stratum stratum) {
        PoissonRate exact = PoissonRate.exact(stratum.events(), years(stratum.days()));
        SortedMap<Long, Integer> histogram = new TreeMap<>();
        stratum.members().forEach(member -> histogram.merge(member.events(), 1, Integer::sum));
        RateFit poisson = RateRegression.poisson(List.of(), rows(stratum, List.of()));
        Numbers.BeforeAfter before =
                question.definition().baseline() == null ? null : BeforeAndAfter.of(stratum, exact);
        return switch (model()) {
            case EXACT ->
                part(
                        stratum,
                        exact.rate(),
                        exact.interval().lower(),
                        exact.interval().upper(),
                        new Numbers.Rates(dispersion(poisson), null, exact, histogram, before),
                        List.of());
            case QUASI_POISSON, NEGATIVE_BINOMIAL -> modelled(stratum, exact, histogram, poisson, before);
            case MCF, ANDERSEN_GILL -> throw noRate();
        };
    }

    private Part modelled(
            Stratum stratum,
            PoissonRate exact,
            SortedMap<Long, Integer> histogram,
            RateFit poisson,
            Numbers.@Nullable BeforeAfter before) {
        RateFit fit = fit(model(), List.of(), rows(stratum, List.of()));
        return switch (fit) {
            case RateFit.NotFitted(String reason) ->
                part(
                        stratum,
                        exact.rate(),
                        Estimate.none(reason),
                        Estimate.none(reason),
                        new Numbers.Rates(dispersion(poisson), null, exact, histogram, before),
                        List.of());
            case RateFit.Fitted fitted -> {
                Coefficient intercept = fitted.coefficients().getFirst();
                Estimate theta = model() == Model.NEGATIVE_BINOMIAL ? fitted.theta() : null;
                yield part(
                        stratum,
                        intercept.ratio().value(),
                        intercept.ratio().interval().lower(),
                        intercept.ratio().interval().upper(),
                        new Numbers.Rates(fitted.dispersion(), theta, exact, histogram, before),
                        fitted.notes());
            }
        };
    }

    /** Quasi-Poisson changes the interval only; the negative binomial weighs subjects otherwise. */
    @Override
    public Estimate estimate(Stratum stratum) {
        return model() == Model.NEGATIVE_BINOMIAL
                ? of(stratum).estimate()
                : PoissonRate.exact(stratum.events(), years(stratum.days())).rate();
    }

    private static Part part(
            Stratum stratum, Estimate rate, Estimate lower, Estimate upper, Numbers.Rates numbers, List<String> notes) {
        return new Part(stratum.events(), stratum.days(), rate, lower, upper, numbers, notes);
    }

    @Override
    public List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        RateContrasts contrasts = new RateContrasts(Chosen.showP(question, cohort));
        Stratum reference = cohort.strata().getFirst();
        for (Stratum stratum : cohort.strata().subList(1, cohort.strata().size())) {
            if (model() != Model.EXACT) {
                List<RateObservation> rows = new ArrayList<>(rows(reference, List.of(0.0)));
                rows.addAll(rows(stratum, List.of(1.0)));
                boolean both =
                        !reference.members().isEmpty() && !stratum.members().isEmpty();
                RateFit fit = both
                        ? fit(model(), List.of(stratum.name()), rows)
                        : new RateFit.NotFitted("no person-time on one side");
                comparisons.add(contrasts.modelled(stratum, reference, fit, token(model())));
            }
            comparisons.add(contrasts.exact(stratum, reference));
            comparisons.add(contrasts.clustered(stratum, reference));
        }
        return List.copyOf(comparisons);
    }

    @Override
    public String method() {
        String rate =
                switch (model()) {
                    case EXACT -> "events per person-year, exact Poisson 95 % interval";
                    case QUASI_POISSON -> "events per person-year, quasi-Poisson 95 % interval";
                    case NEGATIVE_BINOMIAL -> "events per person-year, negative binomial 95 % interval";
                    case MCF, ANDERSEN_GILL -> throw noRate();
                };
        return question.definition().baseline() == null
                ? rate
                : rate + "; ratio to baseline on the same subjects, interval clustered by subject";
    }

    static double years(long days) {
        return days / Group.YEAR;
    }

    private Model model() {
        Model model = question.definition().model();
        return model == null ? Model.EXACT : model;
    }

    /** A definition that says so is refused when it is read. */
    private static IllegalStateException noRate() {
        return new IllegalStateException("a model of recurrent events gives no rate");
    }

    private static String token(Model model) {
        return model == Model.QUASI_POISSON ? "quasi-Poisson" : "negative binomial";
    }

    private static RateFit fit(Model model, List<String> covariates, List<RateObservation> rows) {
        return model == Model.QUASI_POISSON
                ? RateRegression.quasiPoisson(covariates, rows)
                : RateRegression.negativeBinomial(covariates, rows);
    }

    private static List<RateObservation> rows(Stratum stratum, List<Double> covariates) {
        return stratum.members().stream()
                .filter(member -> member.days() > 0)
                .map(member -> new RateObservation(member.events(), years(member.days()), covariates))
                .toList();
    }

    private static Estimate dispersion(RateFit poisson) {
        return switch (poisson) {
            case RateFit.NotFitted(String reason) -> Estimate.none(reason);
            case RateFit.Fitted fitted -> fitted.dispersion();
        };
    }
}
