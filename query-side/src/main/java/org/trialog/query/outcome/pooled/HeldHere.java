package org.trialog.query.outcome.pooled;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Measure;
import org.trialog.events.study.AggregateResultRegistered.Scores;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.PooledGroup;
import org.trialog.query.statistics.Counts;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Means;
import org.trialog.query.statistics.SampleMean;
import org.trialog.query.study.Batch;

/**
 * What a study of this deployment contributes: the groups of its own figure of the outcome that is pooled.
 *
 * @param scores what of a score is pooled: its change, or its value at the visit where registered results are of that
 */
record HeldHere(HeldStudy study, OutcomeDefinition pooled, Scores scores) {

    /** @throws OutcomeRefused when its outcome is of a kind that does not give the measure */
    Contribution contribution(OutcomeDefinition outcome) {
        Figure figure = Outcomes.compute(
                study.protocol(),
                outcome,
                study.subjects(),
                study.cutoff(),
                outcome.by().equals("none") ? null : "arm");
        List<Contribution.Arm> arms = new ArrayList<>();
        for (Group group : figure.result().groups()) {
            study.protocol().arms().stream()
                    .filter(arm -> arm.id().equals(new ArmId(group.group())))
                    .findFirst()
                    .filter(_ -> group.subjects() > 0)
                    .ifPresent(arm -> arms.add(arm(arm, group, figure, outcome)));
        }
        return new Contribution(
                study.study().value(),
                new Numbers.Held(study.study(), study.position()),
                arms,
                outcome.kind() == OutcomeDefinition.Kind.SCORE_CHANGE ? scores : null,
                instrument(outcome).map(Instrument::unit).orElse(null),
                instrument(outcome).map(Instrument::direction).orElse(Direction.LOWER_BETTER));
    }

    private Optional<Instrument> instrument(OutcomeDefinition outcome) {
        return outcome.instrument() == null
                ? Optional.empty()
                : study.protocol().instrument(outcome.instrument());
    }

    private Contribution.Arm arm(Arm arm, Group group, Figure figure, OutcomeDefinition outcome) {
        List<String> notes = new ArrayList<>();
        if (!arm.control()) {
            notes.addAll(figure.result().warnings());
        }
        DosePlan doses = arm.doses();
        return new Contribution.Arm(
                group.group(),
                arm.control(),
                numbers(group, outcome),
                arm.control() ? null : only(Batch::tissue),
                arm.control() ? null : only(Batch::origin),
                doses == null ? null : doses.count(),
                "subject",
                notes,
                "held here: outcome %s, version %d".formatted(outcome.id(), outcome.version()));
    }

    private PooledGroup numbers(Group group, OutcomeDefinition outcome) {
        return switch (group.numbers()) {
            case Numbers.Rates _
            when pooled.measure() == Measure.LOG_RATE_RATIO ->
                counted(
                        group.subjects(),
                        group.personDays() == 0 ? null : new Counts(group.events(), group.personYears()));
            case Numbers.EventFreeShare share
            when pooled.measure() == Measure.LOG_RISK_RATIO ->
                counted(group.subjects(), new Counts(share.subjectsWithEvent(), group.subjects()));
            case Numbers.ScoreChanges changes when ofMeans() -> measured(changes);
            default ->
                throw new OutcomeRefused(
                        "pooled-outcome-unfit",
                        "Outcome '%s' of study %s is of the kind %s, which does not give what '%s' pools."
                                .formatted(outcome.id(), study.study(), Token.of(outcome.kind()), pooled.id()));
        };
    }

    private boolean ofMeans() {
        return pooled.measure() == Measure.MEAN_DIFFERENCE || pooled.measure() == Measure.STANDARDISED_MEAN_DIFFERENCE;
    }

    private static PooledGroup counted(int subjects, @Nullable Counts counts) {
        return new PooledGroup(subjects, null, counts);
    }

    /** At the visit planned for the pool's time; where the pool names none, at the last of the outcome's visits. */
    private PooledGroup measured(Numbers.ScoreChanges changes) {
        Period time = pooled.at();
        return changes.visits().stream()
                .filter(at -> time == null || planned(at.visit(), time))
                .reduce((_, later) -> later)
                .map(at -> scores == Scores.CHANGE ? at.change() : at.value())
                .map(HeldHere::group)
                .orElseGet(() -> new PooledGroup(0, null, null));
    }

    private boolean planned(String code, Period time) {
        return study.protocol().visits().stream()
                .anyMatch(visit -> visit.code().equals(code)
                        && visit.at() != null
                        && visit.at().normalized().equals(time.normalized()));
    }

    private static PooledGroup group(SampleMean mean) {
        Means means = mean.mean() instanceof Estimate.Known(double value)
                        && mean.deviation() instanceof Estimate.Known(double deviation)
                ? new Means(mean.n(), value, deviation)
                : null;
        return new PooledGroup(mean.n(), means, null);
    }

    /** What all batches of the study have in common. */
    private <T> @Nullable T only(Function<Batch, @Nullable T> property) {
        List<T> values = study.batches().stream()
                .map(property)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return values.size() == 1 ? values.getFirst() : null;
    }
}
