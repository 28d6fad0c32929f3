package org.trialog.query.outcome.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.figure.Numbers.PooledGroup;
import org.trialog.query.outcome.figure.Numbers.PooledStudy;
import org.trialog.query.outcome.pooled.Contribution.Arm;
import org.trialog.query.statistics.Counts;
import org.trialog.query.statistics.EffectSize;
import org.trialog.query.statistics.Means;

/**
 * The comparisons of treated with control that a study gives: one, its treated groups merged; where they belong to
 * different subgroups one for each, and the control is divided among them, so that nobody is counted twice.
 *
 * @param better the direction that all effects are signed by
 */
record Comparisons(OutcomeDefinition definition, Direction better) {

    private static final String NOT_SAID = "not said";

    /** By subgroup; a comparison without an effect has its reason there. */
    SortedMap<String, PooledStudy> of(Contribution study) {
        SortedMap<String, List<Arm>> parts =
                new TreeMap<>(study.treated().stream().collect(Collectors.groupingBy(this::subgroup)));
        Arm control = merged(study.controls());
        SortedMap<String, PooledStudy> comparisons = new TreeMap<>();
        parts.forEach((subgroup, arms) -> comparisons.put(subgroup, compared(study, arms, control, parts.size())));
        return comparisons;
    }

    private PooledStudy compared(Contribution study, List<Arm> arms, Arm control, int comparisons) {
        Arm treated = merged(arms);
        List<String> notes = new ArrayList<>(treated.notes());
        notes.addAll(control.notes());
        PooledGroup against = control.numbers();
        if (comparisons > 1) {
            notes.add("control divided between %d comparisons".formatted(comparisons));
            against = Side.divided(against, comparisons);
        }
        EffectSize effect = effect(treated.numbers(), against);
        if (study.better() != null && study.better() != better) {
            notes.add("effect turned: its measure is better the other way");
            effect = effect.turned();
        }
        return new PooledStudy(
                comparisons > 1 ? study.trial() + " (" + treated.name() + ")" : study.trial(),
                study.held(),
                effect,
                effect.interval(),
                0,
                treated.numbers(),
                against,
                treated.cellSource(),
                treated.origin(),
                treated.injections(),
                treated.unit(),
                List.copyOf(notes),
                List.copyOf(arms.stream().map(Arm::source).distinct().toList()));
    }

    private EffectSize effect(PooledGroup treated, PooledGroup control) {
        return switch (Objects.requireNonNull(definition.measure())) {
            case MEAN_DIFFERENCE -> ofMeans(treated, control, EffectSize::meanDifference);
            case STANDARDISED_MEAN_DIFFERENCE -> ofMeans(treated, control, EffectSize::standardisedMeanDifference);
            case LOG_RISK_RATIO -> ofCounts(treated, control, EffectSize::logRiskRatio);
            case LOG_RATE_RATIO -> ofCounts(treated, control, EffectSize::logRateRatio);
        };
    }

    private interface Effect<T> {
        EffectSize of(T treated, T control);
    }

    private static EffectSize ofMeans(PooledGroup treated, PooledGroup control, Effect<Means> effect) {
        Means one = treated.means();
        Means other = control.means();
        return one == null || other == null ? EffectSize.none("no mean with its deviation") : effect.of(one, other);
    }

    private static EffectSize ofCounts(PooledGroup treated, PooledGroup control, Effect<Counts> effect) {
        Counts one = treated.counts();
        Counts other = control.counts();
        return one == null || other == null
                ? EffectSize.none("no count over what the measure needs")
                : effect.of(one, other);
    }

    private String subgroup(Arm arm) {
        OutcomeDefinition.Subgroup by = definition.subgroup();
        return by == null
                ? Pool.ALL
                : switch (by) {
                    case CELL_SOURCE -> said(arm.cellSource());
                    case AUTOLOGOUS -> said(arm.origin() == null ? null : Token.of(arm.origin()));
                    case INJECTIONS ->
                        said(arm.injections() == null ? null : arm.injections().toString());
                };
    }

    private static String said(@Nullable String value) {
        return value == null ? NOT_SAID : value;
    }

    private static Arm merged(List<Arm> arms) {
        Arm first = arms.getFirst();
        if (arms.size() == 1) {
            return first;
        }
        String name = arms.stream().map(Arm::name).collect(Collectors.joining(" + "));
        List<String> notes = new ArrayList<>();
        arms.forEach(arm -> notes.addAll(arm.notes()));
        notes.add("groups merged into one: " + name);
        return new Arm(
                name,
                first.control(),
                arms.stream().map(Arm::numbers).reduce(Side::merged).orElseThrow(),
                common(arms, Arm::cellSource),
                common(arms, Arm::origin),
                common(arms, Arm::injections),
                Objects.requireNonNullElse(common(arms, Arm::unit), NOT_SAID),
                notes,
                first.source());
    }

    private static <T> @Nullable T common(List<Arm> arms, Function<Arm, @Nullable T> property) {
        T first = property.apply(arms.getFirst());
        return arms.stream().allMatch(arm -> Objects.equals(property.apply(arm), first)) ? first : null;
    }
}
