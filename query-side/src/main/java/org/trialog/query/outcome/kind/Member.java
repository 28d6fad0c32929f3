package org.trialog.query.outcome.kind;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;

/**
 * One subject within a group.
 *
 * @param exposures one window, or one for each dose; something was seen in each
 * @param before null without a baseline
 * @param fewest events over all placements of partial dates
 * @param most events over all placements of partial dates
 */
record Member(
        Person person,
        Life life,
        List<Exposure> exposures,
        @Nullable Before before,
        long fewest,
        long most) {

    /** The same subject in the baseline window and, when there is one, in the time between the windows. */
    record Before(Exposure baseline, Optional<Exposure> between) {}

    long events() {
        return exposures.stream()
                .mapToLong(exposure -> exposure.events().size())
                .sum();
    }

    long days() {
        return exposures.stream().mapToLong(Exposure::days).sum();
    }
}
