package org.trialog.query.outcome.pooled;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.events.study.AggregateResultRegistered.Scores;
import org.trialog.events.value.CellOrigin;
import org.trialog.query.outcome.figure.Numbers.Held;
import org.trialog.query.outcome.figure.Numbers.PooledGroup;

/**
 * What a study brings into a pool: its groups with their numbers, before they are compared.
 *
 * @param scores of means; null for counts
 * @param scale in which means are measured; null when not said
 * @param better which way its measure is better; null when nobody says
 */
record Contribution(
        String trial,
        @Nullable Held held,
        List<Arm> arms,
        @Nullable Scores scores,
        @Nullable String scale,
        @Nullable Direction better) {

    Contribution {
        arms = List.copyOf(arms);
    }

    /** One group. */
    record Arm(
            String name,
            boolean control,
            PooledGroup numbers,
            @Nullable String cellSource,
            @Nullable CellOrigin origin,
            @Nullable Integer injections,
            String unit,
            List<String> notes,
            String source) {}

    List<Arm> controls() {
        return arms.stream().filter(Arm::control).toList();
    }

    List<Arm> treated() {
        return arms.stream().filter(arm -> !arm.control()).toList();
    }
}
