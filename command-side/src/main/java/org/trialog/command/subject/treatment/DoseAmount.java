package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/** Rule 10: cells per kg within the protocol's tolerance of the weight used, and that weight recent. */
public final class DoseAmount {
    private static final BigDecimal ROUNDING = new BigDecimal("0.02");

    private DoseAmount() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(10, "cells-per-kg-outside-tolerance")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(Treatment.class, DoseAmount::outsideTolerance),
                Rule.number(10, "cells-per-kg-disagree").on(Treatment.class, DoseAmount::disagree),
                Rule.number(10, "weight-too-old")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(Treatment.class, DoseAmount::weightTooOld));
    }

    private static List<Finding> outsideTolerance(Treatment dose, Matter matter) {
        @Nullable DosePlan plan = matter.arm().map(Arm::doses).orElse(null);
        @Nullable BigDecimal planned = plan == null ? null : plan.perKg();
        Optional<BigDecimal> given = Optional.ofNullable(dose.perKilogram()).or(() -> computed(dose));
        if (plan == null || planned == null || given.isEmpty()) {
            return List.of();
        }
        BigDecimal tolerance = plan.tolerance() == null ? BigDecimal.ZERO : plan.tolerance();
        return given.get().subtract(planned).abs().compareTo(planned.multiply(tolerance)) > 0
                ? List.of(Finding.doubt(
                                10,
                                "cells-per-kg-outside-tolerance",
                                "The cells per kg differ from the protocol by more than its tolerance.")
                        .at("perKilogram")
                        .with("given", given.get().toPlainString())
                        .with("planned", planned.toPlainString()))
                : List.of();
    }

    private static List<Finding> disagree(Treatment dose, Matter matter) {
        @Nullable BigDecimal stated = dose.perKilogram();
        Optional<BigDecimal> computed = computed(dose);
        return stated != null
                        && computed.isPresent()
                        && stated.subtract(computed.get()).abs().compareTo(stated.multiply(ROUNDING)) > 0
                ? List.of(Finding.doubt(
                                10,
                                "cells-per-kg-disagree",
                                "The total divided by the weight is not the number of cells per kg that is stated.")
                        .at("perKilogram")
                        .with("stated", stated.toPlainString())
                        .with("computed", computed.get().toPlainString()))
                : List.of();
    }

    private static List<Finding> weightTooOld(Treatment dose, Matter matter) {
        @Nullable
        Period limit =
                matter.arm().map(Arm::doses).map(DosePlan::weightNotOlderThan).orElse(null);
        @Nullable ClinicalDate weighed = dose.weighedOn();
        Optional<DateRange> given = matter.range();
        Optional<DateRange> on = weighed == null ? Optional.empty() : matter.range(weighed);
        if (limit == null || weighed == null || given.isEmpty() || on.isEmpty()) {
            return List.of();
        }
        DateRange lastDay =
                new DateRange(on.get().earliest().plus(limit), on.get().latest().plus(limit));
        return Certainty.after(given.get(), lastDay).raise(() -> Finding.doubt(
                        10, "weight-too-old", "The weight that the dose was computed with is too old.")
                .at("weighedOn")
                .with("weighedOn", weighed));
    }

    private static Optional<BigDecimal> computed(Treatment dose) {
        @Nullable BigDecimal weight = dose.weight();
        boolean total = dose.amount().unit().equals("cells");
        return total && weight != null && weight.signum() > 0
                ? Optional.of(dose.amount().amount().divide(weight, MathContext.DECIMAL64))
                : Optional.empty();
    }
}
