package org.trialog.query.outcome.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Measure;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.PooledGroup;
import org.trialog.query.statistics.Counts;
import org.trialog.query.study.Batch;

/** What a study of this deployment contributes: the groups of its own figure of the outcome that is pooled. */
record HeldHere(HeldStudy study, OutcomeDefinition pooled) {

    /** @throws OutcomeRefused when its outcome is of a kind that does not give the measure */
    Contribution contribution(OutcomeDefinition outcome) {
        Figure figure = Outcomes.compute(
                study.protocol(), outcome, study.subjects(), study.cutoff(), outcome.by().equals("none") ? null : "arm");
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
                null,
                null,
                Direction.LOWER_BETTER);
    }

    private Contribution.Arm arm(Arm arm, Group group, Figure figure, OutcomeDefinition outcome) {
        List<String> notes = new ArrayList<>();
        if (!arm.control()) {
            figure.result().warnings().forEach(warning -> notes.add(study.study() + ": " + warning));
        }
        DosePlan doses = arm.doses();
        return new Contribution.Arm(
                group.group(),
                arm.control(),
                new PooledGroup(group.subjects(), null, counts(group, outcome)),
                arm.control() ? null : only(Batch::tissue),
                arm.control() ? null : only(Batch::origin),
                doses == null ? null : doses.count(),
                "subject",
                notes,
                "held here: outcome %s, version %d".formatted(outcome.id(), outcome.version()));
    }

    private @Nullable Counts counts(Group group, OutcomeDefinition outcome) {
        return switch (group.numbers()) {
            case Numbers.Rates _ when pooled.measure() == Measure.LOG_RATE_RATIO ->
                group.personDays() == 0 ? null : new Counts(group.events(), group.personYears());
            case Numbers.EventFreeShare share when pooled.measure() == Measure.LOG_RISK_RATIO ->
                new Counts(share.subjectsWithEvent(), group.subjects());
            default ->
                throw new OutcomeRefused(
                        "pooled-outcome-unfit",
                        "Outcome '%s' of study %s is of the kind %s, which does not give what '%s' pools."
                                .formatted(outcome.id(), study.study(), Token.of(outcome.kind()), pooled.id()));
        };
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
