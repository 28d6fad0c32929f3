package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;

/** Rule 15: after a dose the subject is observed for as long as the protocol says. */
public final class DoseObservation {
    private DoseObservation() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(15, "observation-incomplete")
                .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                .on(Treatment.class, DoseObservation::incomplete));
    }

    private static List<Finding> incomplete(Treatment dose, Matter matter) {
        @Nullable
        Integer hours =
                matter.arm().map(Arm::doses).map(DosePlan::observationHours).orElse(null);
        @Nullable BigDecimal observed = dose.observedHours();
        return hours != null && (observed == null || observed.compareTo(BigDecimal.valueOf(hours)) < 0)
                ? List.of(Finding.doubt(
                                15,
                                "observation-incomplete",
                                "The protocol wants %d hours of observation after a dose.".formatted(hours))
                        .at("observedHours")
                        .with("wanted", hours)
                        .with("observed", observed == null ? "not recorded" : observed.toPlainString()))
                : List.of();
    }
}
