package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.trialog.events.protocol.Baseline;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Window;

/** The window before, on the same subject, and the time between it and the window of the outcome. */
record BaselineWindows(Baseline baseline) {

    sealed interface Sought {}

    record Found(Member.Before before) implements Sought {}

    record Lacking(String reason) implements Sought {}

    Sought of(Person person, Life life, Window window, DayZero dayZero) {
        return switch (dayZero) {
            case DayZero.Missing(String reason) -> new Lacking("baseline: " + reason);
            case DayZero.On on -> of(person, life, window, on.days().getFirst());
        };
    }

    private Sought of(Person person, Life life, Window window, LocalDate anchor) {
        LocalDate end = anchor.plus(baseline.to());
        Exposure seen = life.within(new Window(anchor, anchor.plus(baseline.from()), end, true));
        if (seen.days() == 0) {
            boolean unborn =
                    person.birth() != null && !person.birth().earliest().isBefore(end);
            return new Lacking(
                    unborn ? "born after the baseline window" : "no confirmed follow-up in the baseline window");
        }
        Period minimum = baseline.minimum();
        if (minimum != null && seen.days() < Exposure.day(end.minus(minimum), end)) {
            return new Lacking("less than " + minimum + " of confirmed follow-up in the baseline window");
        }
        Optional<Exposure> between = end.isBefore(window.start())
                ? Optional.of(life.within(new Window(anchor, end, window.start(), true)))
                : Optional.empty();
        return new Found(new Member.Before(seen, between));
    }
}
