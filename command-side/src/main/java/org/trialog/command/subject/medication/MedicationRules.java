package org.trialog.command.subject.medication;

import static org.trialog.events.clinical.RecordKind.MEDICATION;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.MedicationStop;
import org.trialog.events.value.DateRange;

/** Rule 17: a medication is one that is recorded, and ends no earlier than it began. */
public final class MedicationRules {
    private MedicationRules() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(17, "stopped-before-start")
                .heedingAmendingOf(EnumSet.of(MEDICATION))
                .on(MedicationStop.class, MedicationRules::beforeStart));
    }

    private static List<Finding> beforeStart(MedicationStop stop, Matter matter) {
        Optional<DateRange> ended = matter.range();
        return medication(stop, matter)
                .flatMap(medication -> matter.range(medication.date()))
                .filter(started -> ended.isPresent() && ended.get().surelyBefore(started))
                .map(started -> List.of(Finding.wrong(
                                17,
                                "stopped-before-start",
                                "The medication is stopped before it was started: correct one of the two dates.")
                        .at("date")
                        .with("started", started.earliest())))
                .orElse(List.of());
    }

    private static Optional<Medication> medication(MedicationStop stop, Matter matter) {
        return matter.state()
                .record(stop.of())
                .filter(held -> !held.retracted())
                .map(Held::details)
                .filter(Medication.class::isInstance)
                .map(Medication.class::cast);
    }
}
