package org.trialog.command.subject.score;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Item;

/**
 * The answers to an instrument's questions and the totals that they allow: their sum, or with permitted gaps any total that
 * the open questions could give. Items of which one is answered in place of another are one question.
 */
record Answers(Instrument instrument, Map<String, BigDecimal> given) {
    boolean none() {
        return given.isEmpty();
    }

    /** Whether enough questions are answered for a total. */
    boolean enough() {
        Collection<List<Item>> questions = questions();
        long answered = questions.stream().filter(this::answered).count();
        @Nullable Integer required = instrument.required();
        return answered >= (required == null ? questions.size() : required);
    }

    boolean give(BigDecimal total) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (List<Item> question : questions()) {
            if (answered(question)) {
                BigDecimal answers = question.stream()
                        .map(item -> given.getOrDefault(item.id(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                least = least.add(answers);
                most = most.add(answers);
            } else {
                least = least.add(question.stream()
                        .map(Item::minimum)
                        .reduce(BigDecimal::min)
                        .orElseThrow());
                most = most.add(question.stream()
                        .map(Item::maximum)
                        .reduce(BigDecimal::max)
                        .orElseThrow());
            }
        }
        return total.compareTo(least) >= 0 && total.compareTo(most) <= 0;
    }

    /** Questions that were answered by an item and by its alternative, too. */
    List<List<Item>> answeredTwice() {
        return questions().stream()
                .filter(question -> question.stream()
                                .filter(item -> given.containsKey(item.id()))
                                .count()
                        > 1)
                .toList();
    }

    /** Whether a total can be more than the sum of whole answers: made up for the questions that may stay open. */
    boolean canBeExtrapolated() {
        @Nullable Integer required = instrument.required();
        return required != null && required < questions().size();
    }

    private Collection<List<Item>> questions() {
        SequencedMap<String, List<Item>> questions = new LinkedHashMap<>();
        for (Item item : instrument.items()) {
            String question = item.alternativeTo() == null ? item.id() : item.alternativeTo();
            questions.merge(question, List.of(item), Answers::and);
        }
        return questions.values();
    }

    private static List<Item> and(List<Item> some, List<Item> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private boolean answered(List<Item> question) {
        return question.stream().anyMatch(item -> given.containsKey(item.id()));
    }
}
