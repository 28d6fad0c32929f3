package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.GestationWindow;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.GestationalAge;

/** Rule 5: a dose in utero only within the protocol's gestational ages, and to a singleton. */
public final class PrenatalDose {
    private PrenatalDose() {}

    public static List<Rule> rules() {
        return List.of(Rule.number(5, "prenatal-dose-not-planned", "gestation-outside-window", "not-a-singleton")
                .heeding(PREGNANCY, BIRTH, ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                .on(Treatment.class, PrenatalDose::judge));
    }

    private static List<Finding> judge(Treatment dose, Matter matter) {
        if (!prenatal(dose, matter)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Optional<DosePlan> plan = matter.arm().map(Arm::doses);
        @Nullable GestationWindow window = plan.map(DosePlan::gestation).orElse(null);
        if (window != null) {
            findings.addAll(outside(dose, matter, window));
        } else if (plan.isPresent()) {
            findings.add(Finding.breach(
                            5, "prenatal-dose-not-planned", "The protocol plans no dose before birth in this arm.")
                    .at("date"));
        }
        if (matter.last(Pregnancy.class).map(Pregnancy::fetuses).orElse(1) > 1) {
            findings.add(Finding.breach(5, "not-a-singleton", "A dose in utero is for singletons only."));
        }
        return findings;
    }

    /** By a gestational age, by lying before the birth, or by there being a dated pregnancy and no birth yet. */
    static boolean prenatal(Treatment dose, Matter matter) {
        if (dose.date().gestationalAge().isPresent()) {
            return true;
        }
        Optional<DateRange> date = matter.range();
        Optional<DateRange> birth = matter.birth();
        return birth.isPresent()
                ? date.map(given -> given.surelyBefore(birth.get())).orElse(false)
                : matter.has(Pregnancy.class);
    }

    private static List<Finding> outside(Treatment dose, Matter matter, GestationWindow window) {
        Certainty outside = days(dose, matter)
                .map(days ->
                        days.outside(window.from().fewestDays(), window.to().mostDays()))
                .orElse(Certainty.POSSIBLY);
        return outside.raise(() -> Finding.breach(
                        5,
                        "gestation-outside-window",
                        "A dose in utero is planned from gestational week %s to %s."
                                .formatted(window.from().text(), window.to().text()))
                .at("date")
                .with("from", window.from().text())
                .with("to", window.to().text()));
    }

    private static Optional<Days> days(Treatment dose, Matter matter) {
        Optional<GestationalAge> stated = dose.date().gestationalAge();
        if (stated.isPresent()) {
            return Optional.of(new Days(stated.get().fewestDays(), stated.get().mostDays()));
        }
        @Nullable LocalDate expected = matter.expectedDate();
        return expected == null
                ? Optional.empty()
                : matter.range()
                        .map(date ->
                                new Days(gestation(date.earliest(), expected), gestation(date.latest(), expected)));
    }

    private static long gestation(LocalDate day, LocalDate expected) {
        return GestationalAge.TERM_DAYS + day.toEpochDay() - expected.toEpochDay();
    }

    /** Days of gestation that are possible. */
    private record Days(long fewest, long most) {
        Certainty outside(long from, long to) {
            if (most < from || fewest > to) {
                return Certainty.SURELY;
            }
            return fewest >= from && most <= to ? Certainty.NO : Certainty.POSSIBLY;
        }
    }
}
