package org.trialog.command.subject.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.protocol.MeasurementDefinition;

/** Rule 30 for single values: one of the protocol's, in its unit; outside the plausible range it is flagged. */
public final class MeasurementRules {
    private MeasurementRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "measurement-unknown").on(Measurement.class, MeasurementRules::unknown),
                Rule.number(30, "measurement-unit").on(Measurement.class, MeasurementRules::unit),
                Rule.number(30, "measurement-empty").on(Measurement.class, MeasurementRules::empty),
                Rule.number(30, "implausible-value").on(Measurement.class, MeasurementRules::implausible));
    }

    /** A protocol made from an import may declare no measurements at all: then whatever the source has is taken. */
    private static List<Finding> unknown(Measurement measurement, Matter matter) {
        boolean undeclared =
                matter.imported() && matter.protocol().measurements().isEmpty();
        return undeclared || definition(measurement, matter).isPresent()
                ? List.of()
                : List.of(Finding.wrong(0, "measurement-unknown", "The protocol has no measurement of that code.")
                        .at("code")
                        .with("code", measurement.code()));
    }

    private static List<Finding> unit(Measurement measurement, Matter matter) {
        return definition(measurement, matter)
                .filter(defined -> !defined.unit().equals(measurement.unit()))
                .map(defined -> List.of(Finding.wrong(
                                30,
                                "measurement-unit",
                                "The protocol measures it in %s: convert the value or correct the unit."
                                        .formatted(defined.unit()))
                        .at("unit")
                        .with("unit", defined.unit())))
                .orElse(List.of());
    }

    private static List<Finding> empty(Measurement measurement, Matter matter) {
        return measurement.value() == null && measurement.text() == null
                ? List.of(Finding.wrong(
                                30, "measurement-empty", "A measurement has a value, or says in words what it is.")
                        .at("value"))
                : List.of();
    }

    private static List<Finding> implausible(Measurement measurement, Matter matter) {
        @Nullable BigDecimal value = measurement.value();
        Optional<MeasurementDefinition> defined = definition(measurement, matter);
        return value != null
                        && defined.isPresent()
                        && defined.get().unit().equals(measurement.unit())
                        && outside(value, defined.get().minimum(), defined.get().maximum())
                ? List.of(Finding.doubt(30, "implausible-value", "The value lies outside the plausible range.")
                        .at("value")
                        .with("code", measurement.code())
                        .with("value", value.toPlainString()))
                : List.of();
    }

    private static Optional<MeasurementDefinition> definition(Measurement measurement, Matter matter) {
        return matter.protocol().measurement(measurement.code());
    }

    private static boolean outside(BigDecimal value, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        return (minimum != null && value.compareTo(minimum) < 0) || (maximum != null && value.compareTo(maximum) > 0);
    }
}
