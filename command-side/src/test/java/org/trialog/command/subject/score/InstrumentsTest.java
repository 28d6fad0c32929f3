package org.trialog.command.subject.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.Instrument.Item;
import org.trialog.events.protocol.Instrument.Subscale;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;

/** The instruments of the trials, as a protocol file declares them. */
class InstrumentsTest {
    private static final Protocol SCALES = scales(UnaryOperator.identity());

    private final Clinic clinic =
            Clinic.opens().under(SCALES).knows(screening("2023-02-01"), guardianConsent("2023-02-20"));

    @ParameterizedTest
    @CsvSource({
        "alsfrs-r, 48, 12, HIGHER_BETTER",
        "womac, 96, 24, LOWER_BETTER",
        "lysholm, 100, 8, HIGHER_BETTER",
    })
    void rule30_theItemsAtTheirBestAndWorstGiveTheRangeOfTheTotal(
            String id, BigDecimal maximum, int questions, Instrument.Direction direction) {
        Instrument instrument = SCALES.instrument(id).orElseThrow();
        List<Item> items = instrument.items().stream()
                .filter(item -> item.alternativeTo() == null)
                .toList();

        assertThat(items).hasSize(questions);
        assertThat(items.stream().map(Item::maximum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(maximum);
        assertThat(instrument.direction()).isEqualTo(direction);
        clinic.trusts("total-not-of-items", full(instrument, Item::maximum).with(maximum));
        clinic.trusts("total-not-of-items", full(instrument, Item::minimum).with(BigDecimal.ZERO));
    }

    @Test
    void rule30_womacHasThreeSubscalesOfAllItsItems() {
        Instrument womac = SCALES.instrument("womac").orElseThrow();

        assertThat(womac.subscales()).extracting(Subscale::id).containsExactly("pain", "stiffness", "function");
        assertThat(womac.subscales()).extracting(scale -> scale.items().size()).containsExactly(5, 2, 17);
        assertThat(womac.subscales().stream().flatMap(scale -> scale.items().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        womac.items().stream().map(Item::id).toList());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("items")
    void rule30_eachItemTakesItsOwnAnswersOnly(String instrument, String id) {
        Item item = item(instrument, id);
        Answers one = new Answers(instrument, new TreeMap<>());

        clinic.neverTrue(
                30,
                "item-out-of-range",
                one.and(id, item.minimum().subtract(BigDecimal.ONE)).alone());
        clinic.neverTrue(
                30,
                "item-out-of-range",
                one.and(id, item.maximum().add(BigDecimal.ONE)).alone());
        String between = item.values().isEmpty() ? "item-not-whole" : "item-not-among-values";
        clinic.neverTrue(30, between, one.and(id, new BigDecimal("1.5")).alone());
        if (!item.values().isEmpty()) {
            clinic.neverTrue(
                    30, "item-not-among-values", one.and(id, BigDecimal.ONE).alone());
        }
        for (BigDecimal value : item.values().isEmpty() ? upTo(item.maximum()) : item.values()) {
            assertThat(clinic.knows(one.and(id, value).alone()).flags()).isEmpty();
        }
    }

    @Test
    void rule30_item5aOr5bIsAnsweredAndCountsOnce() {
        Instrument alsfrs = SCALES.instrument("alsfrs-r").orElseThrow();
        Answers hands = full(alsfrs, item -> new BigDecimal("3"));
        Answers gastrostomy = hands.without("5a").and("5b", BigDecimal.ONE);

        clinic.trusts("total-not-of-items", hands.with(new BigDecimal("36")));
        clinic.trusts("total-not-of-items", gastrostomy.with(new BigDecimal("34")));
        clinic.neverTrue(30, "total-not-of-items", gastrostomy.with(new BigDecimal("36")));
        clinic.neverTrue(
                30, "alternatives-answered", hands.and("5b", BigDecimal.ONE).alone());
        clinic.neverTrue(30, "total-of-incomplete-items", hands.without("5a").with(new BigDecimal("33")));
    }

    /** Protocols were published before items could name their alternative: they say how many answers a total needs. */
    @Test
    void rule30_anInstrumentThatDoesNotNameItsAlternativesAsksForTheNumberOfItsAnswers() {
        Clinic older = Clinic.opens()
                .under(scales(text -> text.replace(", alternativeTo: \"5a\"", "")
                        .replace("    maximum: 48", "    maximum: 48\n    required: 12")))
                .knows(screening("2023-02-01"), guardianConsent("2023-02-20"));
        Answers hands = full(SCALES.instrument("alsfrs-r").orElseThrow(), item -> new BigDecimal("3"));

        assertThat(older.knows(hands.with(new BigDecimal("36"))).flags()).isEmpty();
        older.neverTrue(30, "total-of-incomplete-items", hands.without("5a").with(new BigDecimal("33")));
        older.neverTrue(30, "total-not-of-items", hands.with(new BigDecimal("35")));
    }

    @ParameterizedTest
    @CsvSource({"alsfrs-r, 12", "womac, function-17", "lysholm, squat"})
    void rule30_aTotalNeedsEveryItemAndIsTheirSum(String id, String last) {
        Answers best = full(SCALES.instrument(id).orElseThrow(), Item::maximum);
        BigDecimal sum = SCALES.instrument(id).orElseThrow().maximum();

        clinic.neverTrue(30, "total-of-incomplete-items", best.without(last).with(sum));
        clinic.neverTrue(30, "total-not-of-items", best.with(sum.subtract(BigDecimal.ONE)));
        clinic.neverTrue(30, "total-not-whole", best.with(sum.subtract(new BigDecimal("0.5"))));
        assertThat(clinic.knows(best.without(last).alone()).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alsfrs-r, 48", "womac, 96", "vas-cm, 10", "vas-mm, 100", "lequesne, 24", "lysholm, 100"})
    void rule30_aTotalByItselfLiesInTheRangeOfItsInstrument(String id, BigDecimal maximum) {
        Answers none = new Answers(id, new TreeMap<>());

        assertThat(clinic.knows(none.with(BigDecimal.ZERO), none.with(maximum)).flags())
                .isEmpty();
        clinic.neverTrue(30, "total-out-of-range", none.with(maximum.add(BigDecimal.ONE)));
        clinic.neverTrue(30, "total-out-of-range", none.with(BigDecimal.ONE.negate()));
    }

    @Test
    void rule30_centimetresAndMillimetresAreNeverMixed() {
        Answers centimetres = new Answers("vas-cm", new TreeMap<>());
        Answers millimetres = new Answers("vas-mm", new TreeMap<>());

        assertThat(clinic.knows(centimetres.with(new BigDecimal("7.3")), millimetres.with(new BigDecimal("73")))
                        .flags())
                .isEmpty();
        clinic.neverTrue(30, "total-out-of-range", centimetres.with(new BigDecimal("73")));
        clinic.neverTrue(30, "total-not-whole", millimetres.with(new BigDecimal("7.3")));
    }

    /** An assessment in the making. */
    private record Answers(String instrument, SortedMap<String, BigDecimal> items) {
        Answers and(String item, BigDecimal answer) {
            SortedMap<String, BigDecimal> more = new TreeMap<>(items);
            more.put(item, answer);
            return new Answers(instrument, more);
        }

        Answers without(String item) {
            SortedMap<String, BigDecimal> fewer = new TreeMap<>(items);
            fewer.remove(item);
            return new Answers(instrument, fewer);
        }

        Assessment alone() {
            return with(null);
        }

        Assessment with(BigDecimal total) {
            String version = SCALES.instrument(instrument).orElseThrow().version();
            return new Assessment(on("2023-04-01"), instrument, version, items, total, null);
        }
    }

    private static Answers full(Instrument instrument, Function<Item, BigDecimal> answer) {
        Answers answers = new Answers(instrument.id(), new TreeMap<>());
        for (Item item : instrument.items()) {
            answers = item.alternativeTo() == null ? answers.and(item.id(), answer.apply(item)) : answers;
        }
        return answers;
    }

    static Stream<Arguments> items() {
        return SCALES.instruments().stream().flatMap(instrument -> instrument.items().stream()
                .map(item -> Arguments.of(instrument.id(), item.id())));
    }

    private static Item item(String instrument, String id) {
        return SCALES.instrument(instrument).orElseThrow().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<BigDecimal> upTo(BigDecimal maximum) {
        return Stream.iterate(
                        BigDecimal.ZERO, value -> value.compareTo(maximum) <= 0, value -> value.add(BigDecimal.ONE))
                .toList();
    }

    private static Protocol scales(UnaryOperator<String> edit) {
        try (InputStream file = Objects.requireNonNull(InstrumentsTest.class.getResourceAsStream("instruments.yaml"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ProtocolFile.read("instruments.yaml", edit.apply(text)).protocol();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
