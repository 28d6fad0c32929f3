package org.trialog.command.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;

/**
 * The arms that a subject actually followed, one after another: the one that it was given, which holds from the beginning,
 * and those that it crossed over to, each from its day on (rule 8).
 *
 * @param steps in the order of their dates
 */
public record ArmCourse(List<Step> steps) {
    public ArmCourse {
        steps = List.copyOf(steps);
    }

    /**
     * An arm and the record that gave it.
     *
     * @param from empty when the record has no day
     */
    public record Step(RecordId by, Optional<DateRange> from, ArmId arm) {
        /** On a day that is not known, whatever can be has begun. */
        private boolean surelyLaterThan(Optional<DateRange> date) {
            return date.isPresent() && from.isPresent() && date.get().surelyBefore(from.get());
        }

        private boolean surelyBegunBy(Optional<DateRange> date) {
            return date.isEmpty()
                    || from.isEmpty()
                    || !from.get().latest().isAfter(date.get().earliest());
        }
    }

    static ArmCourse of(Matter matter) {
        Optional<Step> given = given(matter);
        if (given.isEmpty()) {
            return new ArmCourse(List.of());
        }
        List<Step> changes = new ArrayList<>();
        for (Held<ArmChange> held : matter.state().standing(ArmChange.class)) {
            ArmChange change = held.details();
            changes.add(step(held.id(), change.date(), change.arm(), matter));
        }
        changes.sort(Comparator.comparing(
                step -> step.from().map(DateRange::earliest).orElse(LocalDate.MAX)));
        changes.addFirst(given.get());
        return new ArmCourse(changes);
    }

    /** The arm followed on a day; where a partial date leaves it open, the later one. */
    Optional<ArmId> on(Optional<DateRange> date) {
        @Nullable ArmId found = null;
        for (Step step : steps) {
            found = found == null || !step.surelyLaterThan(date) ? step.arm() : found;
        }
        return Optional.ofNullable(found);
    }

    /** Every arm that can have been followed on a day. */
    List<ArmId> possibleOn(Optional<DateRange> date) {
        List<ArmId> possible = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean begun = i == 0 || !steps.get(i).surelyLaterThan(date);
            boolean over = i + 1 < steps.size()
                    && steps.subList(i + 1, steps.size()).stream().anyMatch(next -> next.surelyBegunBy(date));
            if (begun && !over) {
                possible.add(steps.get(i).arm());
            }
        }
        return possible;
    }

    /** What was followed until that record changed it; empty when nothing precedes it. */
    public Optional<Step> before(RecordId change) {
        @Nullable Step previous = null;
        for (Step step : steps) {
            if (step.by().equals(change)) {
                return Optional.ofNullable(previous);
            }
            previous = step;
        }
        return Optional.empty();
    }

    private static Optional<Step> given(Matter matter) {
        List<Held<Randomisation>> randomised = matter.state().standing(Randomisation.class);
        if (!randomised.isEmpty()) {
            Randomisation allotted = randomised.getLast().details();
            return Optional.of(step(
                    randomised.getLast().id(),
                    allotted.date(),
                    allotted.actualArm() == null ? allotted.arm() : allotted.actualArm(),
                    matter));
        }
        List<Held<ArmChoice>> chosen = matter.state().standing(ArmChoice.class);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        ArmChoice choice = chosen.getLast().details();
        return Optional.of(step(
                chosen.getLast().id(),
                choice.date(),
                choice.actualArm() == null ? choice.arm() : choice.actualArm(),
                matter));
    }

    private static Step step(RecordId by, ClinicalDate date, ArmId arm, Matter matter) {
        return new Step(by, matter.range(date), arm);
    }
}
