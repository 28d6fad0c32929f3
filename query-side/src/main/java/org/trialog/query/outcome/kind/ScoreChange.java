package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition.Method;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.score.Reading;
import org.trialog.query.statistics.Ancova;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.LeastSquares;
import org.trialog.query.statistics.LinearCoefficient;
import org.trialog.query.statistics.MeanDifference;
import org.trialog.query.statistics.SampleMean;
import org.trialog.query.statistics.StandardisedDifference;

/** The change of a score from baseline, visit by visit, and its difference between groups. */
final class ScoreChange implements Answer {

    private static final String ANCOVA = "ANCOVA: value at the visit on baseline and group";

    private final Question question;
    private final Cohort cohort;
    private final Scores scores;

    ScoreChange(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.scores = Scores.of(question, cohort);
    }

    /** By the method of the definition. */
    static Answer of(Question question, Cohort cohort) {
        Method method = question.definition().method();
        return switch (method == null ? Method.CHANGE : method) {
            case CHANGE, ANCOVA -> new ScoreChange(question, cohort);
            case SLOPE -> new SlopeChange(question, cohort);
            case RESPONDER -> Shares.responders(question, cohort);
        };
    }

    /** One subject at one visit. */
    private record Pair(String subject, Reading before, Optional<Reading> after, String missing) {

        double pre() {
            return before.value().doubleValue();
        }

        double post() {
            return after.orElseThrow().value().doubleValue();
        }

        /** Exact: decimals are subtracted before they become a double. */
        double change() {
            return after.orElseThrow().value().subtract(before.value()).doubleValue();
        }
    }

    private List<String> visits() {
        return question.protocol().visits().stream()
                .map(visit -> visit.code())
                .filter(question.definition().visits()::contains)
                .toList();
    }

    private List<Pair> pairs(Stratum stratum, String visit) {
        List<Pair> pairs = new ArrayList<>();
        for (Member member : stratum.members()) {
            Optional<Reading> baseline = scores.baseline(member);
            for (Scores.AtVisit at : scores.visits(member)) {
                if (at.visit().equals(visit) && baseline.isPresent()) {
                    pairs.add(new Pair(member.person().subject(), baseline.get(), at.reading(), at.missing()));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private List<Pair> complete(Stratum stratum, String visit) {
        return pairs(stratum, visit).stream()
                .filter(pair -> pair.after().isPresent())
                .toList();
    }

    private List<Double> changes(Stratum stratum, String visit) {
        return complete(stratum, visit).stream().map(Pair::change).toList();
    }

    @Override
    public Part of(Stratum stratum) {
        List<Numbers.ScoreAt> at =
                visits().stream().map(visit -> at(stratum, visit)).toList();
        SampleMean last = last(stratum);
        return new Part(
                0,
                stratum.days(),
                last.mean(),
                last.interval().lower(),
                last.interval().upper(),
                new Numbers.ScoreChanges(
                        SampleMean.of(stratum.members().stream()
                                .flatMap(member -> scores.baseline(member).stream())
                                .map(reading -> reading.value().doubleValue())
                                .toList()),
                        at),
                scores.warnings(stratum));
    }

    private Numbers.ScoreAt at(Stratum stratum, String visit) {
        return new Numbers.ScoreAt(
                visit,
                SampleMean.of(complete(stratum, visit).stream().map(Pair::post).toList()),
                SampleMean.of(changes(stratum, visit)),
                pairs(stratum, visit).stream()
                        .filter(pair -> pair.after().isEmpty())
                        .map(pair -> new Numbers.Missing(pair.subject(), pair.missing()))
                        .toList());
    }

    private SampleMean last(Stratum stratum) {
        return SampleMean.of(changes(stratum, visits().getLast()));
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return last(stratum).mean();
    }

    @Override
    public boolean partialValues() {
        return cohort.strata().stream().anyMatch(stratum -> scores.partial(stratum) > 0);
    }

    @Override
    public Behind.Subject behind(Member member) {
        List<Behind.Counted> used = new ArrayList<>();
        scores.baseline(member).ifPresent(reading -> used.add(Scores.counted(reading, Scores.BASELINE)));
        scores.visits(member)
                .forEach(at -> at.reading().ifPresent(reading -> used.add(Scores.counted(reading, at.visit()))));
        return scores.behind(member, used);
    }

    @Override
    public List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        for (String visit : visits()) {
            for (Stratum stratum : cohort.strata().subList(1, cohort.strata().size())) {
                comparisons.add(
                        question.definition().method() == Method.ANCOVA
                                ? adjusted(stratum, visit)
                                : welch(stratum, visit));
            }
        }
        return List.copyOf(comparisons);
    }

    private Comparison welch(Stratum stratum, String visit) {
        List<Double> changes = changes(stratum, visit);
        List<Double> reference = changes(cohort.strata().getFirst(), visit);
        MeanDifference difference = MeanDifference.welch(changes, reference);
        return new Comparison.Difference(
                stratum.name(),
                cohort.strata().getFirst().name(),
                "difference of mean changes, " + MeanDifference.WELCH,
                visit,
                changes.size() + reference.size(),
                difference.difference(),
                difference.standardError(),
                difference.degreesOfFreedom(),
                difference.interval(),
                shown(difference.p()),
                StandardisedDifference.of(changes, reference));
    }

    /** One model of all groups that have values; the others have no coefficient. */
    private Comparison adjusted(Stratum stratum, String visit) {
        List<Stratum> present = cohort.strata().stream()
                .filter(one -> !complete(one, visit).isEmpty())
                .toList();
        Stratum reference = cohort.strata().getFirst();
        LeastSquares fit = present.contains(reference) && present.contains(stratum)
                ? Ancova.of(
                                present.stream().map(Stratum::name).toList(),
                                present.stream()
                                        .map(one -> complete(one, visit).stream()
                                                .map(pair -> new Ancova.Pair(pair.pre(), pair.post()))
                                                .toList())
                                        .toList())
                        .fit()
                : new LeastSquares.NotFitted("no values on one side");
        int n = present.stream().mapToInt(one -> complete(one, visit).size()).sum();
        return switch (fit) {
            case LeastSquares.NotFitted(String reason) -> {
                MeanDifference none = MeanDifference.none(reason, ANCOVA);
                yield new Comparison.Difference(
                        stratum.name(),
                        reference.name(),
                        ANCOVA,
                        visit,
                        n,
                        none.difference(),
                        none.standardError(),
                        none.degreesOfFreedom(),
                        none.interval(),
                        shown(none.p()),
                        null);
            }
            case LeastSquares.Fitted fitted -> {
                LinearCoefficient group = fitted.coefficients().get(present.indexOf(stratum));
                yield new Comparison.Difference(
                        stratum.name(),
                        reference.name(),
                        ANCOVA,
                        visit,
                        fitted.n(),
                        Estimate.of(group.estimate()),
                        Estimate.of(group.standardError()),
                        Estimate.of(fitted.degreesOfFreedom()),
                        group.interval(),
                        shown(Estimate.of(group.p())),
                        null);
            }
        };
    }

    private @Nullable Estimate shown(Estimate p) {
        return Chosen.showP(question, cohort) ? p : null;
    }

    @Override
    public String method() {
        return "mean change from the last value on or before day 0 to the visit "
                + visits().getLast() + ", Student's 95 % interval"
                + (question.definition().method() == Method.ANCOVA ? "; groups compared by " + ANCOVA : "");
    }
}
