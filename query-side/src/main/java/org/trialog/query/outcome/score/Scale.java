package org.trialog.query.outcome.score;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.protocol.Instrument;
import org.trialog.events.protocol.MeasurementDefinition;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;

/** What is read of a subject: an instrument's total, item or subscale, or a measurement. One scale has one unit. */
public sealed interface Scale {

    /** What a record says on a scale. */
    sealed interface Said {}

    record Value(BigDecimal value) implements Said {}

    /** It is of this scale and has no value that counts. */
    record Unusable(String reason) implements Said {}

    /** @throws IllegalStateException for names that the protocol does not have */
    static Scale of(OutcomeDefinition definition, Protocol protocol) {
        String instrument = definition.instrument();
        if (instrument != null) {
            return new Scored(
                    protocol.instrument(instrument).orElseThrow(() -> unchecked(instrument)),
                    definition.item(),
                    definition.subscale());
        }
        String code = String.valueOf(definition.measurement());
        return new Measured(protocol.measurement(code).orElseThrow(() -> unchecked(code)), definition.location());
    }

    private static IllegalStateException unchecked(String name) {
        return new IllegalStateException("the definition was not held against the protocol: " + name);
    }

    /** An instrument; its total where neither item nor subscale is asked for. */
    record Scored(
            Instrument instrument,
            @Nullable String item,
            @Nullable String subscale) implements Scale {

        Said of(Assessment assessment) {
            if (!assessment.version().equals(instrument.version())) {
                return new Unusable("version " + assessment.version() + " of the instrument, not the protocol's");
            }
            if (item != null) {
                return said(assessment.items().get(item), "the item is not answered");
            }
            if (subscale != null) {
                return said(sum(assessment, itemsOf(subscale)), "items of the subscale are not answered");
            }
            BigDecimal total = assessment.total();
            return said(total == null ? sum(assessment, totalled()) : total, "no total, and the items do not give one");
        }

        /** None where a total stands by itself. */
        private List<Instrument.Item> totalled() {
            Integer required = instrument.required();
            return required != null && required == 0 ? List.of() : instrument.items();
        }

        private List<Instrument.Item> itemsOf(String part) {
            List<String> ids = instrument.subscales().stream()
                    .filter(one -> one.id().equals(part))
                    .flatMap(one -> one.items().stream())
                    .toList();
            return instrument.items().stream()
                    .filter(one -> ids.contains(one.id()) || ids.contains(question(one)))
                    .toList();
        }

        /** Null unless every question is answered, by an item or by its alternative. */
        private static @Nullable BigDecimal sum(Assessment assessment, List<Instrument.Item> items) {
            SequencedMap<String, BigDecimal> answers = new LinkedHashMap<>();
            for (Instrument.Item one : items) {
                BigDecimal answer = assessment.items().get(one.id());
                if (answer != null) {
                    answers.putIfAbsent(question(one), answer);
                }
            }
            Collection<String> questions =
                    items.stream().map(Scored::question).distinct().toList();
            return questions.isEmpty() || !answers.keySet().containsAll(questions)
                    ? null
                    : answers.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static String question(Instrument.Item one) {
            return one.alternativeTo() == null ? one.id() : one.alternativeTo();
        }
    }

    /** A measured value, at any place of the body unless one is named. */
    record Measured(
            MeasurementDefinition definition, @Nullable String location) implements Scale {

        /** A value in another unit is never converted: it may be in that unit by mistake. */
        Said of(Measurement measurement) {
            String unit = measurement.unit();
            if (!definition.unit().equals(unit)) {
                return new Unusable("in " + (unit == null ? "no unit" : unit) + ", not in " + definition.unit());
            }
            return said(measurement.value(), "not a number");
        }

        boolean covers(Measurement measurement) {
            return measurement.code().equals(definition.code())
                    && (location == null || location.equals(measurement.location()));
        }
    }

    private static Said said(@Nullable BigDecimal value, String otherwise) {
        return value == null ? new Unusable(otherwise) : new Value(value);
    }
}
