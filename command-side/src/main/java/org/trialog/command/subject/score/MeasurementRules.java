package org.trialog.command.subject.score;

import static org.trialog.events.clinical.RecordKind.BIRTH;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.protocol.MeasurementDefinition;

/**
 * Rule 30 for single values: one of the protocol's, in its unit; what cannot be is refused, what is outside the plausible
 * range is flagged.
 */
public final class MeasurementRules {
    private MeasurementRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "measurement-unknown").on(Measurement.class, MeasurementRules::unknown),
                Rule.number(30, "measurement-unit").on(Measurement.class, MeasurementRules::unit),
                Rule.number(30, "measurement-empty").on(Measurement.class, MeasurementRules::empty),
                Rule.number(30, "impossible-value", "too-many-decimals")
                        .on(Measurement.class, inUnit(MeasurementRules::impossible)),
                Rule.number(30, "implausible-value")
                        .heeding(BIRTH)
                        .on(Measurement.class, inUnit(MeasurementRules::implausible)));
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

    private static List<Finding> impossible(BigDecimal value, MeasurementDefinition defined, Matter matter) {
        List<Finding> findings = new ArrayList<>();
        if (outside(value, PlausibleRange.leastPossible(defined), defined.mostPossible())) {
            findings.add(of(
                    Finding.wrong(30, "impossible-value", "No such value can be measured: correct it or its sign."),
                    value,
                    defined));
        }
        @Nullable Integer decimals = defined.decimals();
        if (decimals != null && value.stripTrailingZeros().scale() > decimals) {
            findings.add(of(
                    Finding.wrong(
                            30,
                            "too-many-decimals",
                            "The protocol measures it with %d decimals at most.".formatted(decimals)),
                    value,
                    defined));
        }
        return findings;
    }

    private static List<Finding> implausible(BigDecimal value, MeasurementDefinition defined, Matter matter) {
        return PlausibleRange.outside(value, defined, matter)
                .raise(() -> of(
                        Finding.doubt(30, "implausible-value", "The value lies outside the plausible range."),
                        value,
                        defined));
    }

    private static Finding of(Finding finding, BigDecimal value, MeasurementDefinition defined) {
        return finding.at("value").with("code", defined.code()).with("value", value.toPlainString());
    }

    /** Judges a value that is given in the unit in which it is defined: any other would be compared with the wrong limits. */
    private static BiFunction<Measurement, Matter, List<Finding>> inUnit(Judge judge) {
        return (measurement, matter) -> {
            @Nullable BigDecimal value = measurement.value();
            Optional<MeasurementDefinition> defined =
                    definition(measurement, matter).filter(one -> one.unit().equals(measurement.unit()));
            return value == null || defined.isEmpty() ? List.of() : judge.judge(value, defined.get(), matter);
        };
    }

    @FunctionalInterface
    private interface Judge {
        List<Finding> judge(BigDecimal value, MeasurementDefinition defined, Matter matter);
    }

    private static Optional<MeasurementDefinition> definition(Measurement measurement, Matter matter) {
        return matter.protocol().measurement(measurement.code());
    }

    static boolean outside(BigDecimal value, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        return (minimum != null && value.compareTo(minimum) < 0) || (maximum != null && value.compareTo(maximum) > 0);
    }
}
