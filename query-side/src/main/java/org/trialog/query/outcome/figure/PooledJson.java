package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition.Measure;
import org.trialog.events.value.Token;
import org.trialog.query.statistics.Counts;
import org.trialog.query.statistics.EffectSize;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Means;
import org.trialog.query.statistics.RandomEffects;

/**
 * The numbers of a group of pooled studies as JSON. {@code estimate}, {@code lower}, {@code upper} of the group and of its
 * studies are a difference, or for the measures {@code log-rr} and {@code log-rate-ratio} the ratio itself, with
 * {@code logEstimate} and {@code logStandardError} beside it.
 *
 * <p>Of the group: {@code measure}, {@code benefit} ({@code lower-better}: an effect below 0, or a ratio below 1, is
 * better), {@code standardError}, {@code tau2}, {@code iSquared} (per cent), {@code hSquared}, {@code q {statistic, df, p}},
 * {@code prediction {lower, upper}}, {@code studies}.
 *
 * <p>Of every study: {@code trial}; {@code study}, {@code position} where it is held here; {@code estimate}, {@code lower},
 * {@code upper}, {@code standardError}; {@code weight} (per cent); {@code treated} and {@code control} {@code {n, mean,
 * standardDeviation}} or {@code {n, events, of}} ({@code of}: subjects or person-years); {@code cellSource},
 * {@code autologous}, {@code injections}, null where not said; {@code unit} ({@code subject}, {@code knee}); {@code notes}
 * (medians converted, groups merged, a control divided); {@code sources}.
 */
final class PooledJson {

    private PooledJson() {}

    static void add(Numbers.Pooled pooled, ObjectNode node) {
        RandomEffects effect = pooled.effect();
        node.put("measure", measure(pooled.measure()));
        node.put("benefit", Token.of(pooled.benefit()));
        addError(pooled.ratio(), effect.effect(), effect.standardError(), node);
        node.set("tau2", FigureJson.of(effect.tau2()));
        node.set("iSquared", FigureJson.of(effect.iSquared()));
        node.set("hSquared", FigureJson.of(effect.hSquared()));
        ObjectNode q = node.putObject("q");
        q.set("statistic", FigureJson.of(effect.q()));
        q.put("df", effect.freedom());
        q.set("p", FigureJson.of(effect.p()));
        ComparisonJson.addInterval(pooled.shown(effect.prediction()), node.putObject("prediction"));
        ArrayNode studies = node.putArray("studies");
        pooled.studies().forEach(study -> studies.add(study(pooled, study)));
    }

    private static ObjectNode study(Numbers.Pooled pooled, Numbers.PooledStudy study) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("trial", study.trial());
        Numbers.Held held = study.held();
        if (held != null) {
            node.put("study", held.study().value());
            node.put("position", held.position());
        }
        EffectSize effect = study.effect();
        node.set("estimate", FigureJson.of(pooled.shown(effect.value())));
        ComparisonJson.addInterval(pooled.shown(study.interval()), node);
        addError(pooled.ratio(), effect.value(), effect.variance().map(StrictMath::sqrt), node);
        node.put("weight", study.weight());
        node.set("treated", group(study.treated()));
        node.set("control", group(study.control()));
        node.put("cellSource", study.cellSource());
        node.put("autologous", study.origin() == null ? null : Token.of(study.origin()));
        node.put("injections", study.injections());
        node.put("unit", study.unit());
        study.notes().forEach(node.putArray("notes")::add);
        study.sources().forEach(node.putArray("sources")::add);
        return node;
    }

    private static ObjectNode group(Numbers.PooledGroup group) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("n", group.n());
        @Nullable Means means = group.means();
        if (means != null) {
            node.put("mean", means.mean());
            node.put("standardDeviation", means.deviation());
        }
        @Nullable Counts counts = group.counts();
        if (counts != null) {
            node.put("events", counts.events());
            node.put("of", counts.of());
        }
        return node;
    }

    private static void addError(boolean ratio, Estimate effect, Estimate standardError, ObjectNode node) {
        if (ratio) {
            node.set("logEstimate", FigureJson.of(effect));
            node.set("logStandardError", FigureJson.of(standardError));
        } else {
            node.set("standardError", FigureJson.of(standardError));
        }
    }

    /** As a definition writes it. */
    private static String measure(Measure measure) {
        return switch (measure) {
            case MEAN_DIFFERENCE -> "md";
            case STANDARDISED_MEAN_DIFFERENCE -> "smd";
            case LOG_RISK_RATIO -> "log-rr";
            case LOG_RATE_RATIO -> "log-rate-ratio";
        };
    }
}
