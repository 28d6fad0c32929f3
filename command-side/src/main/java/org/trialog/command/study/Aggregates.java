package org.trialog.command.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.command.order.StudyOrder.RegisterAggregates;
import org.trialog.command.order.Words;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.RecordId;

/** Published results for pooling: each gives its numbers in one form, and the numbers can be. */
final class Aggregates {

    private Aggregates() {}

    static List<StudyEvent> register(StudyState state, RegisterAggregate order) {
        return register(state.facts(AggregateResultRegistered.class), order).stream()
                .map(StudyEvent.class::cast)
                .toList();
    }

    /** All lines or none; every line that is refused is named with its columns. */
    static List<StudyEvent> register(StudyState state, RegisterAggregates order) {
        List<AggregateResultRegistered> known = new ArrayList<>(state.facts(AggregateResultRegistered.class));
        List<StudyEvent> facts = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (RegisterAggregates.Line line : order.lines()) {
            try {
                unchanged(known, line.result());
                List<AggregateResultRegistered> made = register(known, line.result());
                known.addAll(made);
                facts.addAll(made);
            } catch (OrderRefused refused) {
                String at = "line " + line.number();
                sentences.add(at + ": " + refused.rejection().sentence());
                refused.rejection().fields().forEach(field -> fields.add(at + "." + field));
            }
        }
        if (!sentences.isEmpty()) {
            throw new OrderRefused(new Rejection(
                    null,
                    "aggregate-lines",
                    "Nothing of the file is registered. " + String.join(" ", sentences),
                    fields));
        }
        return facts;
    }

    /** A group of a trial at a time has one result in a file: registered, it does not change. */
    private static void unchanged(List<AggregateResultRegistered> known, RegisterAggregate order) {
        known.stream()
                .filter(result -> Objects.equals(result.file(), order.file())
                        && result.trial().equals(order.trial())
                        && result.group().equals(order.group())
                        && result.measure().equals(order.measure())
                        && result.at().equals(order.at())
                        && !fact(order, result.aggregate()).equals(result))
                .findFirst()
                .ifPresent(result -> check(
                        false,
                        "aggregate-changed",
                        ("This group has another result at that time already (%s), and what is registered does not"
                                        + " change: give the corrected file a name of its own, and name that one in the"
                                        + " outcome.")
                                .formatted(result.aggregate()),
                        "trial",
                        "group"));
    }

    private static List<AggregateResultRegistered> register(
            List<AggregateResultRegistered> known, RegisterAggregate order) {
        Words.require(order.trial(), "trial");
        Words.require(order.group(), "group");
        Words.require(order.measure(), "measure");
        Words.require(order.source(), "source");
        check(order.n() > 0, "aggregate-of-nobody", "A result is of one subject at least.", "n");
        check(!order.at().isNegative(), "aggregate-before-start", "The time counts from the start on.", "at");
        check(
                order.injections() == null || order.injections() >= 0,
                "aggregate-injections",
                "How many injections were given is 0 or more.",
                "injections");
        oneForm(order);
        possible(order);
        boolean again = known.stream()
                .anyMatch(result -> fact(order, result.aggregate()).equals(result));
        return again ? List.of() : List.of(fact(order, new RecordId("aggregate-" + (known.size() + 1))));
    }

    private static void oneForm(RegisterAggregate order) {
        boolean mean = all(order.mean(), order.standardDeviation());
        boolean median = all(order.median(), order.lowerQuartile(), order.upperQuartile());
        boolean events = order.events() != null;
        long given = Stream.of(mean, median, events).filter(form -> form).count();
        boolean broken = mean != any(order.mean(), order.standardDeviation())
                || median != any(order.median(), order.lowerQuartile(), order.upperQuartile())
                || (order.personYears() != null && !events);
        check(
                given == 1 && !broken,
                "aggregate-form",
                "Give either mean and standardDeviation, or median, lowerQuartile and upperQuartile, or events with"
                        + " personYears, or events of n: one of these, and whole.",
                "mean",
                "median",
                "events");
    }

    private static void possible(RegisterAggregate order) {
        check(
                order.standardDeviation() == null || order.standardDeviation().signum() >= 0,
                "aggregate-deviation",
                "A standard deviation is 0 or more.",
                "standardDeviation");
        check(
                order.median() == null
                        || order.lowerQuartile() == null
                        || order.upperQuartile() == null
                        || (order.lowerQuartile().compareTo(order.median()) <= 0
                                && order.median().compareTo(order.upperQuartile()) <= 0),
                "aggregate-quartiles",
                "The median lies between its quartiles, the lower one first.",
                "lowerQuartile",
                "median",
                "upperQuartile");
        check(
                order.personYears() == null || order.personYears().signum() > 0,
                "aggregate-person-years",
                "Events are counted over more than 0 person-years.",
                "personYears");
        check(
                order.events() == null
                        || (order.events() >= 0 && (order.personYears() != null || order.events() <= order.n())),
                "aggregate-events",
                "Events are 0 or more; without person-years they are subjects, at most n.",
                "events");
    }

    private static boolean all(@Nullable BigDecimal... numbers) {
        return Stream.of(numbers).allMatch(number -> number != null);
    }

    private static boolean any(@Nullable BigDecimal... numbers) {
        return Stream.of(numbers).anyMatch(number -> number != null);
    }

    private static void check(boolean holds, String code, String sentence, String... fields) {
        if (!holds) {
            throw OrderRefused.of(null, code, sentence, fields);
        }
    }

    private static AggregateResultRegistered fact(RegisterAggregate order, RecordId id) {
        return new AggregateResultRegistered(
                id,
                order.trial(),
                order.group(),
                order.control(),
                order.measure(),
                order.at(),
                order.n(),
                order.unit(),
                order.mean(),
                order.standardDeviation(),
                order.median(),
                order.lowerQuartile(),
                order.upperQuartile(),
                order.events(),
                order.personYears(),
                order.cellSource(),
                order.origin(),
                order.injections(),
                order.source(),
                order.file(),
                order.scores(),
                order.scale(),
                order.remark());
    }
}
