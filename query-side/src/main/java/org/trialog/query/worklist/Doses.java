package org.trialog.query.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Endings;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;
import org.trialog.query.worklist.Item.Kind;
import org.trialog.query.worklist.Item.State;

/** The doses of the planned series that were neither given nor missed yet, and what is open about those given. */
record Doses(Case subject, Anchors anchors) {

    /** The code of the measurement that a dose per kilogram goes by. */
    private static final String WEIGHT = "weight";

    Stream<Item> items() {
        return Stream.concat(planned(), observations());
    }

    private Stream<Item> planned() {
        Person person = subject.person();
        Arm arm = subject.arm().orElse(null);
        DosePlan plan = arm == null || arm.control() ? null : arm.doses();
        if (plan == null || !person.enrolled() || new Endings(person).treatment()) {
            return Stream.empty();
        }
        Set<Integer> settled = new HashSet<>(person.missed());
        person.doses().stream()
                .map(Person.Dose::number)
                .filter(Objects::nonNull)
                .forEach(settled::add);
        List<Item> items = new ArrayList<>();
        for (int number = 1; number <= plan.count() && number <= plan.at().size(); number++) {
            if (!settled.contains(number)) {
                Item dose = dose(plan, number);
                if (dose != null) {
                    items.add(dose);
                }
            }
        }
        if (items.stream().anyMatch(Doses::near) && lacksWeight(plan)) {
            items.add(subject.open(Kind.WEIGHT, WEIGHT, null, null));
        }
        return items.stream();
    }

    /** A first dose that the series itself is counted from has no day: it is due as soon as the subject is enrolled. */
    private @Nullable Item dose(DosePlan plan, int number) {
        String code = Integer.toString(number);
        return switch (anchors.of(subject.person(), plan.anchor(), null)) {
            case DayZero.On zero -> {
                LocalDate day = zero.days().getFirst().plus(plan.at().get(number - 1));
                yield held(subject.planned(Kind.DOSE, code, day, plan.window(), zero.partial()));
            }
            case DayZero.Missing missing ->
                number == 1 && plan.anchor().needsDose() ? held(subject.open(Kind.DOSE, code, null, null)) : null;
        };
    }

    private Item held(Item dose) {
        boolean held = near(dose)
                && subject.study().conduct().holds().stream()
                        .anyMatch(hold -> hold.holds(subject.armId(), subject.site(), subject.asOf()));
        return held
                ? new Item(
                        dose.subject(),
                        dose.site(),
                        dose.kind(),
                        dose.code(),
                        dose.about(),
                        dose.planned(),
                        dose.from(),
                        dose.through(),
                        dose.daysLeft(),
                        State.HELD,
                        dose.approximate())
                : dose;
    }

    private static boolean near(Item item) {
        return item.state() != State.NOT_YET;
    }

    private boolean lacksWeight(DosePlan plan) {
        if (plan.perKg() == null) {
            return false;
        }
        LocalDate since = plan.weightNotOlderThan() == null
                ? LocalDate.MIN
                : subject.asOf().minus(plan.weightNotOlderThan());
        return subject.person().of(Measurement.class).stream()
                .filter(measured -> measured.details().code().equals(WEIGHT))
                .flatMap(measured -> subject.person().range(measured.details().date()).stream())
                .noneMatch(taken -> !taken.latest().isBefore(since));
    }

    private Stream<Item> observations() {
        Arm arm = subject.arm().orElse(null);
        DosePlan plan = arm == null ? null : arm.doses();
        return plan == null || plan.observationHours() == null
                ? Stream.empty()
                : subject.person().of(Treatment.class).stream()
                        .filter(dose -> dose.details().observedHours() == null)
                        .map(dose -> subject.open(Kind.OBSERVATION, number(dose), dose.id(), day(dose)));
    }

    private static @Nullable String number(Entry<Treatment> dose) {
        Integer number = dose.details().number();
        return number == null ? null : number.toString();
    }

    private @Nullable LocalDate day(Entry<Treatment> dose) {
        return subject.person()
                .range(dose.details().date())
                .map(DateRange::earliest)
                .orElse(null);
    }
}
