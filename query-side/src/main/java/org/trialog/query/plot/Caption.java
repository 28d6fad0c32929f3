package org.trialog.query.plot;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * What a picture says of where it comes from.
 *
 * @param study its id
 * @param outcome id and version of the definition: {@code fracture-free-year-1 v1}
 * @param title the outcome's name in words
 * @param event what the outcome looks for, one of it, in words; {@code event} where there is no better word
 * @param groups names of the groups in words by their ids; a group without one goes by its id
 * @param position the place in the history up to which it is known
 * @param remarks such as that the definition is hypothetical or the data are synthetic; empty for none
 */
public record Caption(
        String study,
        String outcome,
        String title,
        String event,
        Map<String, String> groups,
        LocalDate cutoff,
        long position,
        String remarks) {

    public Caption {
        groups = Map.copyOf(groups);
    }

    String group(String id) {
        return groups.getOrDefault(id, id);
    }

    /** Several of what the outcome looks for. */
    String events() {
        return event + "s";
    }

    /** The same at the start of a line. */
    String capitalEvents() {
        return events().substring(0, 1).toUpperCase(Locale.ROOT) + events().substring(1);
    }

    /** {@code an event}. */
    String anEvent() {
        return ("aeiou".indexOf(event.charAt(0)) >= 0 ? "an " : "a ") + event;
    }

    String origin() {
        return "%s, %s, cut-off %s, as known at position %d%s"
                .formatted(study, outcome, cutoff, position, remarks.isEmpty() ? "" : ", " + remarks);
    }
}
