package org.trialog.command.subject.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Item;

/** Rule 30: an assessment keeps to its instrument: version, items, ranges, completeness, and the total that they give. */
public final class AssessmentRules {
    private AssessmentRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "instrument-unknown").on(Assessment.class, AssessmentRules::unknownInstrument),
                Rule.number(30, "instrument-version").on(Assessment.class, with(AssessmentRules::version)),
                Rule.number(30, "item-unknown", "item-out-of-range", "item-not-among-values", "item-not-whole")
                        .on(Assessment.class, with(AssessmentRules::items)),
                Rule.number(30, "alternatives-answered").on(Assessment.class, with(AssessmentRules::alternatives)),
                Rule.number(
                                30,
                                "total-out-of-range",
                                "total-of-incomplete-items",
                                "total-not-of-items",
                                "total-not-whole")
                        .on(Assessment.class, with(AssessmentRules::total)),
                Rule.number(30, "assessment-empty").on(Assessment.class, AssessmentRules::empty));
    }

    private static BiFunction<Assessment, Matter, List<Finding>> with(
            BiFunction<Assessment, Instrument, List<Finding>> judge) {
        return (assessment, matter) -> matter.protocol()
                .instrument(assessment.instrument())
                .map(instrument -> judge.apply(assessment, instrument))
                .orElse(List.of());
    }

    /** A protocol made from an import may declare no instruments at all: then whatever the source has is taken. */
    private static List<Finding> unknownInstrument(Assessment assessment, Matter matter) {
        boolean undeclared =
                matter.imported() && matter.protocol().instruments().isEmpty();
        return undeclared
                        || matter.protocol().instrument(assessment.instrument()).isPresent()
                ? List.of()
                : List.of(Finding.wrong(0, "instrument-unknown", "The protocol has no instrument of that name.")
                        .at("instrument")
                        .with("instrument", assessment.instrument()));
    }

    private static List<Finding> version(Assessment assessment, Instrument instrument) {
        return assessment.version().equals(instrument.version())
                ? List.of()
                : List.of(wrong("instrument-version", "The protocol uses another version of the instrument.")
                        .at("version")
                        .with("version", instrument.version()));
    }

    private static List<Finding> items(Assessment assessment, Instrument instrument) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> answer : assessment.items().entrySet()) {
            instrument.items().stream()
                    .filter(one -> one.id().equals(answer.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            item -> findings.addAll(item(item, answer.getValue(), instrument.decimals())),
                            () -> findings.add(wrong("item-unknown", "The instrument has no item of that code.")
                                    .at("items." + answer.getKey())));
        }
        return findings;
    }

    private static List<Finding> item(Item item, BigDecimal answer, boolean decimals) {
        if (outside(answer, item.minimum(), item.maximum())) {
            return List.of(ofItem("item-out-of-range", "An answer lies outside the range of its item.", item, answer));
        }
        if (!item.values().isEmpty()) {
            return item.values().stream().anyMatch(value -> value.compareTo(answer) == 0)
                    ? List.of()
                    : List.of(ofItem(
                            "item-not-among-values",
                            "The item can be answered with %s only.".formatted(inWords(item.values())),
                            item,
                            answer));
        }
        return decimals || whole(answer)
                ? List.of()
                : List.of(ofItem("item-not-whole", "An answer to this item is a whole number.", item, answer));
    }

    private static List<Finding> alternatives(Assessment assessment, Instrument instrument) {
        return new Answers(instrument, assessment.items())
                .answeredTwice().stream()
                        .map(question -> wrong(
                                        "alternatives-answered",
                                        "One of the items %s is answered in place of the other: leave one out."
                                                .formatted(question.stream()
                                                        .map(Item::id)
                                                        .collect(Collectors.joining(" and "))))
                                .at("items." + question.getLast().id()))
                        .toList();
    }

    private static List<Finding> total(Assessment assessment, Instrument instrument) {
        @Nullable BigDecimal total = assessment.total();
        if (total == null) {
            return List.of();
        }
        if (outside(total, instrument.minimum(), instrument.maximum())) {
            return List.of(ofTotal("total-out-of-range", "The total lies outside the range of the instrument.", total));
        }
        Answers answers = new Answers(instrument, assessment.items());
        if (!instrument.decimals() && !answers.canBeExtrapolated() && !whole(total)) {
            return List.of(ofTotal("total-not-whole", "A total of this instrument is a whole number.", total));
        }
        if (answers.none()) {
            return List.of();
        }
        if (!answers.enough()) {
            return List.of(ofTotal("total-of-incomplete-items", "Too few items are answered for a total.", total));
        }
        return answers.give(total)
                ? List.of()
                : List.of(ofTotal("total-not-of-items", "The total is not what the items give.", total));
    }

    private static List<Finding> empty(Assessment assessment, Matter matter) {
        return assessment.items().isEmpty() && assessment.total() == null
                ? List.of(wrong("assessment-empty", "An assessment has items, a total, or both.")
                        .at("total"))
                : List.of();
    }

    private static boolean outside(BigDecimal value, BigDecimal minimum, BigDecimal maximum) {
        return value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0;
    }

    private static boolean whole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String inWords(List<BigDecimal> values) {
        return values.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    }

    private static Finding ofItem(String code, String sentence, Item item, BigDecimal answer) {
        return wrong(code, sentence)
                .at("items." + item.id())
                .with("item", item.id())
                .with("value", answer.toPlainString());
    }

    private static Finding ofTotal(String code, String sentence, BigDecimal total) {
        return wrong(code, sentence).at("total").with("total", total.toPlainString());
    }

    private static Finding wrong(String code, String sentence) {
        return Finding.wrong(30, code, sentence);
    }
}
