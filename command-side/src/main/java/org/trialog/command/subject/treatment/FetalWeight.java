package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;

import java.util.List;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.WeightMethod;

/** Rule 10: before birth a weight can only be estimated, after birth it is measured. */
public final class FetalWeight {
    private FetalWeight() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(10, "weight-measured-before-birth", "weight-estimated-after-birth")
                .heeding(BIRTH, PREGNANCY)
                .on(Treatment.class, FetalWeight::judge));
    }

    private static List<Finding> judge(Treatment dose, Matter matter) {
        if (dose.weight() == null) {
            return List.of();
        }
        boolean estimated = dose.weightMethod() == WeightMethod.ESTIMATED;
        boolean prenatal = PrenatalDose.prenatal(dose, matter);
        if (estimated == prenatal) {
            return List.of();
        }
        return List.of((estimated
                        ? Finding.doubt(
                                10,
                                "weight-estimated-after-birth",
                                "The weight of the dose was estimated: after birth it is measured.")
                        : Finding.doubt(
                                10,
                                "weight-measured-before-birth",
                                "The weight of the dose counts as measured: before birth it can only be estimated."))
                .at("weightMethod"));
    }
}
