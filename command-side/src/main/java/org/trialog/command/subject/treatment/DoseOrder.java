package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.MISSED_TREATMENT;
import static org.trialog.events.clinical.RecordKind.TREATMENT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.DateRange;

/** Rule 9: dose n+1 only after dose n was given or missed, by clinical date, in whatever order they are entered. */
public final class DoseOrder {
    private DoseOrder() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(9, "dose-out-of-order")
                        .heeding(TREATMENT, MISSED_TREATMENT)
                        .on(Treatment.class, DoseOrder::outOfOrder),
                Rule.number(9, "dose-number-taken")
                        .heedingAmendingOf(EnumSet.of(TREATMENT))
                        .on(Treatment.class, DoseOrder::taken),
                Rule.number(9, "dose-recorded-as-missed")
                        .heeding(MISSED_TREATMENT)
                        .on(Treatment.class, DoseOrder::recordedAsMissed),
                Rule.number(9, "dose-given").heeding(TREATMENT).on(MissedTreatment.class, DoseOrder::given));
    }

    private static List<Finding> outOfOrder(Treatment dose, Matter matter) {
        @Nullable Integer number = dose.number();
        if (number == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(afterPredecessor(number, matter));
        if (findings.isEmpty()) {
            findings.addAll(beforeSuccessors(number, matter));
        }
        return findings;
    }

    private static List<Finding> afterPredecessor(int number, Matter matter) {
        if (number <= 1 || missed(number - 1, matter)) {
            return List.of();
        }
        List<Held<Treatment>> predecessors = numbered(number - 1, matter);
        if (predecessors.isEmpty()) {
            return List.of(Finding.breach(
                            9,
                            "dose-out-of-order",
                            "The dose before it is recorded neither as given nor as missed: record that first.")
                    .at("number")
                    .with("number", number));
        }
        Certainty before = Certainty.SURELY;
        for (Held<Treatment> predecessor : predecessors) {
            before = before.and(
                    before(matter.range(), matter.range(predecessor.details().date())));
        }
        return before.raise(() -> finding(number, "It is dated before the dose that precedes it."));
    }

    private static List<Finding> beforeSuccessors(int number, Matter matter) {
        Certainty after = Certainty.NO;
        for (Held<Treatment> other : matter.others(Treatment.class)) {
            @Nullable Integer next = other.details().number();
            if (next != null && next > number) {
                Certainty one = before(matter.range(other.details().date()), matter.range());
                after = one.compareTo(after) > 0 ? one : after;
            }
        }
        return after.raise(() -> finding(number, "It is dated after a later dose of the series."));
    }

    private static List<Finding> taken(Treatment dose, Matter matter) {
        @Nullable Integer number = dose.number();
        if (number == null
                || matter.earlier(Treatment.class).stream()
                        .noneMatch(held -> number.equals(held.details().number()))) {
            return List.of();
        }
        return List.of(Finding.breach(
                        9,
                        "dose-number-taken",
                        "A dose of that number is recorded already: correct it, or number this one anew.")
                .at("number")
                .with("number", number));
    }

    private static List<Finding> recordedAsMissed(Treatment dose, Matter matter) {
        @Nullable Integer number = dose.number();
        return number != null && missed(number, matter)
                ? List.of(Finding.doubt(
                                9,
                                "dose-recorded-as-missed",
                                "That dose is recorded as missed, too: retract what is not true.")
                        .at("number")
                        .with("number", number))
                : List.of();
    }

    private static List<Finding> given(MissedTreatment missed, Matter matter) {
        return numbered(missed.number(), matter).isEmpty()
                ? List.of()
                : List.of(Finding.wrong(9, "dose-given", "That dose is recorded as given: it cannot be missed, too.")
                        .at("number")
                        .with("number", missed.number()));
    }

    private static List<Held<Treatment>> numbered(int number, Matter matter) {
        return matter.others(Treatment.class).stream()
                .filter(held -> Integer.valueOf(number).equals(held.details().number()))
                .toList();
    }

    private static boolean missed(int number, Matter matter) {
        return matter.state().standing(MissedTreatment.class).stream()
                .anyMatch(held -> held.details().number() == number);
    }

    private static Certainty before(Optional<DateRange> date, Optional<DateRange> limit) {
        return date.isEmpty() || limit.isEmpty() ? Certainty.POSSIBLY : Certainty.before(date.get(), limit.get());
    }

    private static Finding finding(int number, String sentence) {
        return Finding.breach(9, "dose-out-of-order", sentence).at("date").with("number", number);
    }
}
