package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trialog.events.clinical.Prediction;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeDefinition.Forecast;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;
import org.trialog.query.statistics.Slope;

/** Which entered prognosis a subject's observed time is held against: of several, the one that was made first. */
record Forecasts(OutcomeDefinition definition) {

    sealed interface Sought {}

    record Found(Entry<Prediction> entry, double days) implements Sought {}

    record Lacking(String reason) implements Sought {}

    Sought of(Person person) {
        List<Entry<Prediction>> ofModel = person.of(Prediction.class).stream()
                .filter(entry -> matches(entry.details()))
                .sorted(Comparator.comparing((Entry<Prediction> entry) -> made(entry, person))
                        .thenComparing(Entry::id))
                .toList();
        if (ofModel.isEmpty()) {
            return new Lacking("no prediction of the model");
        }
        Optional<Entry<Prediction>> first = ofModel.stream()
                .filter(entry -> isOrigin(entry.details().origin()))
                .findFirst();
        if (first.isEmpty()) {
            return new Lacking(
                    "the prediction counts from " + ofModel.getFirst().details().origin());
        }
        Prediction prediction = first.get().details();
        double value = prediction.value().doubleValue();
        return switch (prediction.unit()) {
            case "days" -> new Found(first.get(), value);
            case "weeks" -> new Found(first.get(), value * 7);
            case "months" -> new Found(first.get(), value * Slope.MONTH);
            case "years" -> new Found(first.get(), value * Group.YEAR);
            default -> new Lacking("the prediction is in " + prediction.unit() + ", which is no time");
        };
    }

    private boolean matches(Prediction prediction) {
        Forecast asked = definition.prediction();
        return asked != null
                && prediction.model().equals(asked.model())
                && (asked.version() == null || prediction.version().equals(asked.version()))
                && (asked.endpoint() == null || prediction.endpoint().equals(asked.endpoint()));
    }

    /** A time from another origin is another time. */
    private boolean isOrigin(String origin) {
        return origin.equals(Token.of(definition.anchor()))
                || (definition.controlAnchor() != null && origin.equals(Token.of(definition.controlAnchor())));
    }

    private static LocalDate made(Entry<Prediction> entry, Person person) {
        return person.range(entry.details().date()).map(DateRange::earliest).orElse(LocalDate.MAX);
    }
}
