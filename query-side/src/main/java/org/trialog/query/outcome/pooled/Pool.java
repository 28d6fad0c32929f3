package org.trialog.query.outcome.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Direction;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Measure;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.AggregateResultRegistered.Scores;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.PooledStudy;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.figure.Result;
import org.trialog.query.statistics.BetweenStudies;
import org.trialog.query.statistics.EffectSize;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.Interval;
import org.trialog.query.statistics.RandomEffects;

/**
 * A pooled outcome: studies held here and registered results of others, compared within each and pooled over them. Pure.
 *
 * @param protocol of the study whose outcome it is
 */
public record Pool(Protocol protocol, OutcomeDefinition definition) {

    static final String ALL = "all";

    /**
     * @param held those of the definition's studies that are known
     * @param registered results of other trials, those that are not asked for too
     * @throws OutcomeRefused when what it asks for cannot be pooled
     */
    public Figure figure(List<HeldStudy> held, List<AggregateResultRegistered> registered, Publication publication) {
        require("measure", definition.measure());
        if (!definition.studies().isEmpty()) {
            require("outcome", definition.outcome());
        }
        List<Group.Excluded> leftOut = new ArrayList<>();
        List<Contribution> studies = new ArrayList<>();
        List<Contribution> others = new Registered(protocol, definition).contributions(registered);
        Scores scores = others.stream()
                .map(Contribution::scores)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Scores.CHANGE);
        for (StudyId named : definition.studies()) {
            contribution(named, held, scores, leftOut).ifPresent(studies::add);
        }
        studies.addAll(others);
        requireAlike(studies);
        Direction better = better(studies);
        SortedMap<String, List<PooledStudy>> groups = new TreeMap<>();
        for (Contribution study : studies) {
            if (study.controls().isEmpty() || study.treated().isEmpty()) {
                leftOut.add(new Group.Excluded(study.trial(), "no treated group with a control"));
                continue;
            }
            new Comparisons(definition, better).of(study).forEach((subgroup, compared) -> {
                Estimate variance = compared.effect().variance();
                if (variance.asDouble().isPresent()) {
                    groups.computeIfAbsent(subgroup, _ -> new ArrayList<>()).add(compared);
                } else {
                    leftOut.add(new Group.Excluded(compared.trial(), variance.reason()));
                }
            });
        }
        return figure(groups, leftOut, better, publication);
    }

    private void require(String key, @Nullable Object value) {
        if (value == null) {
            throw new OutcomeRefused(
                    "outcome-definition-incomplete",
                    "Outcome '%s' of the kind pooled needs the key '%s'.".formatted(definition.id(), key));
        }
    }

    private Figure figure(
            SortedMap<String, List<PooledStudy>> parts,
            List<Group.Excluded> leftOut,
            Direction better,
            Publication publication) {
        List<Group> groups = new ArrayList<>();
        List<PooledStudy> together =
                parts.values().stream().flatMap(List::stream).toList();
        groups.add(group(ALL, together, leftOut, better));
        List<RandomEffects> apart = new ArrayList<>();
        if (definition.subgroup() != null) {
            parts.forEach((name, studies) -> {
                apart.add(pooled(studies));
                groups.add(group(name, studies, List.of(), better));
            });
        }
        Result result = new Result(
                definition.subgroup() == null ? "none" : Token.of(definition.subgroup()),
                publication,
                groups,
                apart.isEmpty() ? List.of() : List.of(difference(apart)),
                method(),
                new PoolWarnings(protocol, publication).of(together));
        return new Figure(
                definition.id(),
                definition.version(),
                definition.kind(),
                FigureJson.hash(definition),
                result,
                groups.stream()
                        .map(group -> new Behind(group.group(), List.of()))
                        .toList());
    }

    private Optional<Contribution> contribution(
            StudyId named, List<HeldStudy> held, Scores scores, List<Group.Excluded> leftOut) {
        Optional<HeldStudy> study =
                held.stream().filter(one -> one.study().equals(named)).findFirst();
        if (study.isEmpty()) {
            leftOut.add(new Group.Excluded(named.value(), "the study was not known then"));
            return Optional.empty();
        }
        Optional<OutcomeDefinition> outcome =
                study.get().protocol().outcome(Objects.requireNonNull(definition.outcome()));
        if (outcome.isEmpty()) {
            leftOut.add(new Group.Excluded(
                    named.value(), "its protocol has no outcome '%s'".formatted(definition.outcome())));
            return Optional.empty();
        }
        return Optional.of(new HeldHere(study.get(), definition, scores).contribution(outcome.get()));
    }

    private Group group(String name, List<PooledStudy> studies, List<Group.Excluded> leftOut, Direction better) {
        RandomEffects effect = pooled(studies);
        List<PooledStudy> weighed = new ArrayList<>();
        for (int at = 0; at < studies.size(); at++) {
            weighed.add(weighed(studies.get(at), effect.weights().get(at)));
        }
        Numbers.Pooled numbers =
                new Numbers.Pooled(Objects.requireNonNull(definition.measure()), better, effect, weighed);
        Interval interval = numbers.shown(effect.interval());
        long subjects = Math.round(studies.stream()
                .mapToDouble(study -> study.treated().n() + study.control().n())
                .sum());
        long events = Math.round(studies.stream().mapToDouble(Pool::events).sum());
        return new Group(
                name,
                Math.toIntExact(subjects),
                leftOut,
                events,
                new Group.Range(events, events),
                definition.measure() == Measure.LOG_RATE_RATIO
                        ? Math.round(studies.stream().mapToDouble(Pool::years).sum() * Group.YEAR)
                        : 0,
                numbers.shown(effect.effect()),
                interval.lower(),
                interval.upper(),
                null,
                numbers);
    }

    private static double events(PooledStudy study) {
        return study.treated().counts() == null || study.control().counts() == null
                ? 0
                : study.treated().counts().events() + study.control().counts().events();
    }

    private static double years(PooledStudy study) {
        return study.treated().counts() == null || study.control().counts() == null
                ? 0
                : study.treated().counts().of() + study.control().counts().of();
    }

    private static PooledStudy weighed(PooledStudy study, double weight) {
        return new PooledStudy(
                study.trial(),
                study.held(),
                study.effect(),
                study.interval(),
                weight,
                study.treated(),
                study.control(),
                study.cellSource(),
                study.origin(),
                study.injections(),
                study.unit(),
                study.notes(),
                study.sources());
    }

    private RandomEffects pooled(List<PooledStudy> studies) {
        List<EffectSize> effects = studies.stream().map(PooledStudy::effect).toList();
        return RandomEffects.of(effects, estimator(), test());
    }

    private BetweenStudies estimator() {
        return switch (Objects.requireNonNullElse(
                definition.tau2(), OutcomeDefinition.Tau2.RESTRICTED_MAXIMUM_LIKELIHOOD)) {
            case DERSIMONIAN_LAIRD -> BetweenStudies.DERSIMONIAN_LAIRD;
            case RESTRICTED_MAXIMUM_LIKELIHOOD -> BetweenStudies.RESTRICTED_MAXIMUM_LIKELIHOOD;
            case PAULE_MANDEL -> BetweenStudies.PAULE_MANDEL;
        };
    }

    private RandomEffects.Test test() {
        return definition.test() == OutcomeDefinition.Test.HARTUNG_KNAPP
                ? RandomEffects.Test.HARTUNG_KNAPP
                : RandomEffects.Test.NORMAL;
    }

    private String method() {
        return "random effects, variance between studies by %s, 95 %% interval %s"
                .formatted(
                        estimator().title(), test() == RandomEffects.Test.NORMAL ? "normal" : "by Hartung and Knapp");
    }

    private static Comparison difference(List<RandomEffects> groups) {
        RandomEffects.Difference difference = RandomEffects.between(groups);
        return new Comparison.Test(
                Comparison.ALL,
                Comparison.ALL,
                "Q between subgroups",
                difference.q(),
                difference.freedom(),
                difference.p());
    }

    /** Which way the pooled effect is better: as the definition says, else as the first study's measure is. */
    private Direction better(List<Contribution> studies) {
        if (definition.benefit() != null) {
            return definition.benefit();
        }
        if (definition.measure() == Measure.LOG_RATE_RATIO || definition.measure() == Measure.LOG_RISK_RATIO) {
            return Direction.LOWER_BETTER;
        }
        return definition.aggregateMeasure().stream()
                .map(protocol::instrument)
                .flatMap(Optional::stream)
                .map(Instrument::direction)
                .findFirst()
                .or(() -> studies.stream()
                        .map(Contribution::better)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElseThrow(() -> new OutcomeRefused(
                        "outcome-definition-incomplete",
                        "Outcome '%s' needs the key 'benefit': no instrument of the protocol says which way its measure is better."
                                .formatted(definition.id())));
    }

    private void requireAlike(List<Contribution> studies) {
        List<String> mixed = studies.stream()
                .filter(study -> study.scores() != null)
                .collect(Collectors.groupingBy(
                        study -> Token.of(Objects.requireNonNull(study.scores())), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": "
                        + entry.getValue().stream().map(Contribution::trial).collect(Collectors.joining(", ")))
                .toList();
        if (mixed.size() > 1) {
            throw scoresMixed(String.join("; ", mixed));
        }
        List<String> scales = studies.stream()
                .map(Contribution::scale)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (scales.size() > 1 && definition.measure() == Measure.MEAN_DIFFERENCE) {
            throw scalesMixed(scales);
        }
    }

    static OutcomeRefused scoresMixed(@Nullable String where) {
        return new OutcomeRefused(
                "pooled-scores-mixed",
                "Changes and final scores are never pooled together (%s): name aggregates of one sort."
                        .formatted(where));
    }

    static OutcomeRefused scalesMixed(List<String> scales) {
        return new OutcomeRefused(
                "pooled-scales-mixed",
                "Differences are pooled in one unit, not in %s: register them in one, or pool standardised differences."
                        .formatted(String.join(" and ", scales)));
    }
}
