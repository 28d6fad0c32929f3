package org.trialog.command.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.command.order.Words;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.RecordId;

/** Published results for pooling: each gives its numbers in one form, and the numbers can be. */
final class Aggregates {

    private Aggregates() {}

    static List<StudyEvent> register(StudyState state, RegisterAggregate order) {
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
        List<AggregateResultRegistered> known = state.facts(AggregateResultRegistered.class);
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
                order.source());
    }
}
