package org.trialog.query.outcome.kind;

import java.util.List;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Window;

/** Why nothing was seen of a subject that has an anchor. */
final class LeftOutReasons {

    private LeftOutReasons() {}

    static String why(Person person, Life life, List<Window> windows) {
        if (person.birth() == null && person.expectedDate() != null) {
            return "no birth recorded";
        }
        if (windows.stream().allMatch(window -> window.start().isAfter(person.cutoff()))) {
            return "the window starts after the cut-off";
        }
        DateRange death = person.death();
        if (death != null && windows.stream().allMatch(window -> death.surelyBefore(window.start()))) {
            return "died before the window";
        }
        return life.atRisk().isEmpty() ? "no confirmed follow-up" : "no confirmed follow-up in the window";
    }
}
