package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.MISSED_TREATMENT;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;
import static org.trialog.events.clinical.RecordKind.TREATMENT_STOP;
import static org.trialog.events.clinical.RecordKind.WITHDRAWAL;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.protocol.Arm;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/** Rules 8 and 22: who gets no dose: a control, and a subject whose treatment has ended. */
public final class DosePermission {
    private DosePermission() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(8, "dose-to-control")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(EnumSet.of(TREATMENT, MISSED_TREATMENT), matter -> toControl(matter, Finding::breach)),
                Rule.number(8, "dose-to-control")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(DoseAuthorisation.class, (planned, matter) -> toControl(matter, Finding::wrong)),
                Rule.number(22, "authorised-after-end")
                        .heeding(TREATMENT_STOP, WITHDRAWAL)
                        .on(DoseAuthorisation.class, DosePermission::afterEnd),
                Rule.number(22, "dose-after-stop")
                        .heeding(TREATMENT_STOP)
                        .on(Treatment.class, (dose, matter) -> afterStop(matter)),
                Rule.number(22, "dose-after-withdrawal")
                        .heeding(WITHDRAWAL)
                        .on(Treatment.class, (dose, matter) -> afterWithdrawal(matter)));
    }

    /** A control that crossed over may get doses from that day on. */
    private static List<Finding> toControl(Matter matter, Severity severity) {
        List<Boolean> control = matter.possibleArms().stream()
                .map(arm -> matter.protocol().arm(arm).map(Arm::control).orElse(false))
                .toList();
        Certainty toControl = !control.contains(true)
                ? Certainty.NO
                : control.contains(false) ? Certainty.POSSIBLY : Certainty.SURELY;
        return toControl.raise(() -> severity.finding(
                8, "dose-to-control", "The subject is a control: a control is planned no dose and gets none."));
    }

    private static List<Finding> afterStop(Matter matter) {
        return matter.last(TreatmentStop.class)
                .map(stop -> after(matter, matter.range(stop.date())).raise(() -> Finding.breach(
                                22, "dose-after-stop", "The treatment was stopped before that dose.")
                        .at("date")
                        .with("stopped", stop.date())))
                .orElse(List.of());
    }

    /** Withdrawal of the consent itself is rule 24 and judged there. */
    private static List<Finding> afterWithdrawal(Matter matter) {
        return matter.others(Withdrawal.class).stream()
                .filter(held -> held.details().kind() != WithdrawalKind.CONSENT)
                .flatMap(held -> after(matter, matter.range(held.details().date()))
                        .raise(() -> Finding.breach(
                                        22,
                                        "dose-after-withdrawal",
                                        "The subject had left the treatment or the study before that dose.")
                                .at("date")
                                .with("withdrawn", held.details().date()))
                        .stream())
                .limit(1)
                .toList();
    }

    /** A dose is not planned for a day on which the subject gets none any more. */
    private static List<Finding> afterEnd(DoseAuthorisation authorisation, Matter matter) {
        DateRange planned = DateRange.on(authorisation.plannedOn());
        Stream<ClinicalDate> stops = matter.others(TreatmentStop.class).stream()
                .map(held -> held.details().date());
        Stream<ClinicalDate> withdrawals = matter.others(Withdrawal.class).stream()
                .map(held -> held.details().date());
        return Stream.concat(stops, withdrawals)
                .flatMap(date -> matter.range(date).stream())
                .flatMap(ended -> Certainty.after(planned, ended)
                        .raise(() -> Finding.wrong(
                                        22,
                                        "authorised-after-end",
                                        "The treatment was stopped, or the subject had left, before that day: no dose"
                                                + " is planned for it.")
                                .at("plannedOn")
                                .with("ended", ended.earliest()))
                        .stream())
                .limit(1)
                .toList();
    }

    private static Certainty after(Matter matter, Optional<DateRange> limit) {
        Optional<DateRange> date = matter.range();
        return date.isEmpty() || limit.isEmpty() ? Certainty.NO : Certainty.after(date.get(), limit.get());
    }
}
