package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.score.Slopes;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.MeanDifference;
import org.trialog.query.statistics.SampleMean;
import org.trialog.query.statistics.StandardisedDifference;

/** The slope of a score after day 0 against that before, in two stages: a slope a subject, then their mean. */
final class SlopeChange implements Answer {

    private final Question question;
    private final Cohort cohort;
    private final Scores scores;

    SlopeChange(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.scores = Scores.of(question, cohort);
    }

    private SampleMean mean(Stratum stratum, Function<Slopes, Estimate> which) {
        return SampleMean.of(each(stratum, which));
    }

    private List<Double> each(Stratum stratum, Function<Slopes, Estimate> which) {
        return stratum.members().stream()
                .map(member -> which.apply(scores.slopes(member)))
                .flatMap(estimate -> estimate.asDouble().stream().boxed())
                .toList();
    }

    @Override
    public Part of(Stratum stratum) {
        SampleMean change = mean(stratum, Slopes::change);
        return new Part(
                0,
                stratum.days(),
                change.mean(),
                change.interval().lower(),
                change.interval().upper(),
                new Numbers.ScoreSlopes(
                        mean(stratum, Slopes::before),
                        mean(stratum, Slopes::after),
                        change,
                        stratum.members().stream().map(this::slopes).toList()),
                scores.warnings(stratum));
    }

    private Numbers.SubjectSlopes slopes(Member member) {
        Slopes slopes = scores.slopes(member);
        return new Numbers.SubjectSlopes(
                member.person().subject(),
                slopes.before(),
                slopes.after(),
                slopes.valuesBefore().size(),
                slopes.valuesAfter().size());
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return mean(stratum, Slopes::change).mean();
    }

    @Override
    public boolean partialValues() {
        return cohort.strata().stream().anyMatch(stratum -> scores.partial(stratum) > 0);
    }

    @Override
    public Behind.Subject behind(Member member) {
        return scores.behind(member, used(scores.slopes(member)));
    }

    static List<Behind.Counted> used(Slopes slopes) {
        return Stream.concat(
                        slopes.valuesBefore().stream().map(reading -> Scores.counted(reading, "before")),
                        slopes.valuesAfter().stream().map(reading -> Scores.counted(reading, "after")))
                .toList();
    }

    @Override
    public List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        Stratum reference = cohort.strata().getFirst();
        List<Double> others = each(reference, Slopes::change);
        for (Stratum stratum : cohort.strata().subList(1, cohort.strata().size())) {
            List<Double> changes = each(stratum, Slopes::change);
            MeanDifference difference = MeanDifference.welch(changes, others);
            comparisons.add(new Comparison.Difference(
                    stratum.name(),
                    reference.name(),
                    "difference of mean slope changes, " + MeanDifference.WELCH,
                    null,
                    changes.size() + others.size(),
                    difference.difference(),
                    difference.standardError(),
                    difference.degreesOfFreedom(),
                    difference.interval(),
                    Chosen.showP(question, cohort) ? difference.p() : null,
                    StandardisedDifference.of(changes, others)));
        }
        return List.copyOf(comparisons);
    }

    @Override
    public String method() {
        return "mean over subjects of the slope after day 0 minus the slope up to it, points per month of 30.4375 days,"
                + " least squares, Student's 95 % interval";
    }
}
