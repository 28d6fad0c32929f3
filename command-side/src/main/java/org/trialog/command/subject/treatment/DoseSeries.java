package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.time.Anchors;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DayWindow;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.DateRange;

/** Rule 11: no more doses than the protocol plans, unless it has boosters. Rule 9, second half: the window of a dose. */
public final class DoseSeries {
    private DoseSeries() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(11, "more-doses-than-planned")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(Treatment.class, DoseSeries::tooMany),
                Rule.number(0, "dose-number-unknown").on(MissedTreatment.class, DoseSeries::unknownNumber),
                Rule.number(9, "dose-out-of-window")
                        .heeding(Anchors.MOVERS)
                        .on(Treatment.class, DoseSeries::outOfWindow));
    }

    private static List<Finding> tooMany(Treatment dose, Matter matter) {
        Optional<DosePlan> plan = plan(matter);
        if (plan.isEmpty() || (plan.get().boosters() && dose.number() == null)) {
            return List.of();
        }
        @Nullable Integer number = dose.number();
        boolean beyond = number != null
                ? number < 1 || number > plan.get().count()
                : matter.earlier(Treatment.class).size() >= plan.get().count();
        return beyond
                ? List.of(Finding.breach(
                                11,
                                "more-doses-than-planned",
                                "The protocol plans %d doses in this arm."
                                        .formatted(plan.get().count()))
                        .at("number")
                        .with("planned", plan.get().count()))
                : List.of();
    }

    private static List<Finding> unknownNumber(MissedTreatment missed, Matter matter) {
        Optional<DosePlan> plan = plan(matter);
        boolean known = missed.number() >= 1
                && (plan.isEmpty() || missed.number() <= plan.get().count());
        return known
                ? List.of()
                : List.of(Finding.wrong(0, "dose-number-unknown", "The protocol plans no dose of that number.")
                        .at("number")
                        .with("number", missed.number()));
    }

    private static List<Finding> outOfWindow(Treatment dose, Matter matter) {
        Optional<DosePlan> plan = plan(matter);
        @Nullable Integer number = dose.number();
        if (plan.isEmpty()
                || number == null
                || number < 1
                || number > plan.get().at().size()) {
            return List.of();
        }
        @Nullable DayWindow window = plan.get().window();
        Optional<DateRange> anchor = Anchors.day(plan.get().anchor(), matter);
        Optional<DateRange> date = matter.range();
        if (window == null || anchor.isEmpty() || date.isEmpty()) {
            return List.of();
        }
        var at = plan.get().at().get(number - 1);
        return Anchors.outside(date.get(), anchor.get(), at, window)
                .raise(() -> Finding.doubt(9, "dose-out-of-window", "The dose lies outside its window.")
                        .at("date")
                        .with("number", number)
                        .with("planned", anchor.get().earliest().plus(at))
                        .with("given", matter.details().date()));
    }

    private static Optional<DosePlan> plan(Matter matter) {
        return matter.arm().map(Arm::doses);
    }
}
