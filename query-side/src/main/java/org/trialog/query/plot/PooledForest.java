package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.plot.svg.Digits;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.RandomEffects;

/** The studies of a pooled figure by subgroup, each subgroup with its own pooled line, and all of them together below. */
final class PooledForest {

    private PooledForest() {}

    static Forest of(Figure figure, Caption caption) {
        List<Group> groups = figure.result().groups();
        List<Forest.Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        // The first group is all of them: it closes the plot; its studies stand in their subgroups.
        Group all = groups.getFirst();
        List<Group> parts = groups.subList(1, groups.size());
        if (parts.isEmpty()) {
            studies(pooled(all), lines);
        }
        for (Group part : parts) {
            lines.add(new Forest.Heading(caption.group(part.group())));
            studies(pooled(part), lines);
            lines.add(pooled(part, "pooled"));
            notes.add(part.group() + ": " + heterogeneity(pooled(part).effect()));
        }
        lines.add(pooled(all, "all pooled"));
        notes.add("All: " + heterogeneity(pooled(all).effect()));
        figure.result().warnings().forEach(notes::add);
        boolean lower = pooled(all).benefit() == Direction.LOWER_BETTER;
        return new Forest(
                measure(pooled(all)),
                pooled(all).ratio(),
                pooled(all).ratio() ? 1.0 : 0.0,
                lower ? "favours treatment" : "favours control",
                lower ? "favours control" : "favours treatment",
                lines,
                notes);
    }

    private static void studies(Numbers.Pooled group, List<Forest.Line> lines) {
        for (Numbers.PooledStudy study : group.studies()) {
            lines.add(new Forest.Single(
                    study.trial(),
                    study.trial(),
                    "n %s/%s"
                            .formatted(
                                    whole(study.treated().n()),
                                    whole(study.control().n())),
                    group.shown(study.effect().value()),
                    group.shown(study.interval()),
                    study.weight()));
        }
    }

    private static Forest.Pooled pooled(Group group, String label) {
        Numbers.Pooled numbers = pooled(group);
        return new Forest.Pooled(
                label,
                "n " + group.subjects(),
                numbers.shown(numbers.effect().effect()),
                numbers.shown(numbers.effect().interval()),
                numbers.shown(numbers.effect().prediction()));
    }

    private static Numbers.Pooled pooled(Group group) {
        if (group.numbers() instanceof Numbers.Pooled pooled) {
            return pooled;
        }
        throw new IllegalArgumentException("nothing is pooled in " + group.group());
    }

    private static String heterogeneity(RandomEffects effect) {
        return effect.tau2() instanceof Estimate.Known(double tau2)
                        && effect.iSquared() instanceof Estimate.Known(double share)
                        && effect.q() instanceof Estimate.Known(double q)
                ? "τ² %s, I² %s %%, Q %s on %d df"
                        .formatted(Digits.fixed(tau2, 3), Digits.fixed(share, 1), Digits.fixed(q, 2), effect.freedom())
                : "variance between studies not estimable, " + effect.tau2().reason();
    }

    private static String whole(double n) {
        return n == Math.rint(n) ? Long.toString((long) n) : Digits.fixed(n, 1);
    }

    private static String measure(Numbers.Pooled pooled) {
        return switch (pooled.measure()) {
            case MEAN_DIFFERENCE -> "Mean difference";
            case STANDARDISED_MEAN_DIFFERENCE -> "Standardised mean difference";
            case LOG_RISK_RATIO -> "Risk ratio";
            case LOG_RATE_RATIO -> "Rate ratio";
        };
    }
}
