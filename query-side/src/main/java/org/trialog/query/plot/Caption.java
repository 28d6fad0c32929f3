package org.trialog.query.plot;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a picture says of where it comes from.
 *
 * @param study its id
 * @param outcome id and version of the definition: {@code fracture-free-year-1 v1}
 * @param title the outcome's name in words
 * @param groups names of the groups in words by their ids; a group without one goes by its id
 * @param position the place in the history up to which it is known
 * @param remarks such as that the definition is hypothetical or the data are synthetic; empty for none
 */
public record Caption(
        String study,
        String outcome,
        String title,
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

    String origin() {
        return "%s, %s, cut-off %s, as known at position %d%s"
                .formatted(study, outcome, cutoff, position, remarks.isEmpty() ? "" : ", " + remarks);
    }
}
