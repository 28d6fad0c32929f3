package org.trialog.query.outcome.pooled;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Measure;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.AggregateResultRegistered.Scores;
import org.trialog.query.outcome.figure.Numbers.PooledGroup;
import org.trialog.query.statistics.Counts;
import org.trialog.query.statistics.Means;

/** The registered results of other trials that a pooled outcome asks for. */
final class Registered {

    static final String BY_WAN = "median and quartiles converted to mean and standard deviation by Wan 2014";

    private final Protocol protocol;
    private final OutcomeDefinition definition;

    Registered(Protocol protocol, OutcomeDefinition definition) {
        this.protocol = protocol;
        this.definition = definition;
    }

    /** By trial and measure, in the order in which they were registered. */
    List<Contribution> contributions(List<AggregateResultRegistered> results) {
        Map<List<String>, List<AggregateResultRegistered>> trials = new LinkedHashMap<>();
        results.stream()
                .filter(result -> result.file() != null
                        && definition.aggregates().contains(result.file())
                        && definition.aggregateMeasure().contains(result.measure())
                        && result.at().equals(definition.at()))
                .forEach(result -> trials.computeIfAbsent(
                                List.of(Objects.requireNonNull(result.file()), result.trial(), result.measure()),
                                _ -> new ArrayList<>())
                        .add(result));
        return trials.values().stream().map(this::contribution).toList();
    }

    private Contribution contribution(List<AggregateResultRegistered> groups) {
        AggregateResultRegistered first = groups.getFirst();
        List<Scores> scores = groups.stream().map(Registered::scores).distinct().toList();
        List<String> scales = groups.stream()
                .map(AggregateResultRegistered::scale)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (scores.size() > 1) {
            throw Pool.scoresMixed(first.trial());
        }
        if (scales.size() > 1) {
            throw Pool.scalesMixed(scales);
        }
        Instrument measured = protocol.instrument(first.measure()).orElse(null);
        return new Contribution(
                first.trial(),
                null,
                groups.stream().map(this::arm).toList(),
                counted() ? null : scores.getFirst(),
                scales.isEmpty() ? null : scales.getFirst(),
                measured == null ? null : measured.direction());
    }

    private Contribution.Arm arm(AggregateResultRegistered result) {
        List<String> notes = new ArrayList<>();
        if (result.median() != null && !counted()) {
            notes.add(result.group() + ": " + BY_WAN);
        }
        if (result.remark() != null) {
            notes.add(result.group() + ": " + result.remark());
        }
        return new Contribution.Arm(
                result.group(),
                result.control(),
                new PooledGroup(result.n(), counted() ? null : means(result), counted() ? counts(result) : null),
                result.cellSource(),
                result.origin(),
                result.injections(),
                result.unit() == null ? "not said" : result.unit(),
                notes,
                result.source());
    }

    private static Scores scores(AggregateResultRegistered result) {
        Scores scores = result.scores();
        return scores == null ? Scores.FINAL : scores;
    }

    private boolean counted() {
        return definition.measure() == Measure.LOG_RATE_RATIO || definition.measure() == Measure.LOG_RISK_RATIO;
    }

    private static @Nullable Means means(AggregateResultRegistered result) {
        BigDecimal mean = result.mean();
        BigDecimal deviation = result.standardDeviation();
        if (mean != null && deviation != null) {
            return new Means(result.n(), mean.doubleValue(), deviation.doubleValue());
        }
        BigDecimal median = result.median();
        BigDecimal lower = result.lowerQuartile();
        BigDecimal upper = result.upperQuartile();
        // Wan's width is 0 for a single value: there is no spread to speak of.
        return median == null || lower == null || upper == null || result.n() < 2
                ? null
                : Means.ofQuartiles(result.n(), lower.doubleValue(), median.doubleValue(), upper.doubleValue());
    }

    private @Nullable Counts counts(AggregateResultRegistered result) {
        Integer events = result.events();
        BigDecimal years = result.personYears();
        if (events == null) {
            return null;
        }
        if (definition.measure() == Measure.LOG_RATE_RATIO) {
            return years == null ? null : new Counts(events, years.doubleValue());
        }
        return years == null ? new Counts(events, result.n()) : null;
    }
}
