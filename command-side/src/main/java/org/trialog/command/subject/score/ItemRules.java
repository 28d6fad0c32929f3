package org.trialog.command.subject.score;

import static org.trialog.command.subject.score.AssessmentRules.outside;
import static org.trialog.command.subject.score.AssessmentRules.whole;
import static org.trialog.command.subject.score.AssessmentRules.wrong;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Item;

/** Rule 30, item by item: each is one of the instrument's and takes its own answers only; of alternatives one is answered. */
public final class ItemRules {
    private ItemRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(30, "item-unknown", "item-out-of-range", "item-not-among-values", "item-not-whole")
                        .on(Assessment.class, AssessmentRules.with(ItemRules::items)),
                Rule.number(30, "alternatives-answered")
                        .on(Assessment.class, AssessmentRules.with(ItemRules::alternatives)));
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

    private static String inWords(List<BigDecimal> values) {
        return values.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    }

    private static Finding ofItem(String code, String sentence, Item item, BigDecimal answer) {
        return wrong(code, sentence)
                .at("items." + item.id())
                .with("item", item.id())
                .with("value", answer.toPlainString());
    }
}
