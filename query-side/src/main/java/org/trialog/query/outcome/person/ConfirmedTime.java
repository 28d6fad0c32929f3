package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.List;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.protocol.EventFilter;
import org.trialog.query.record.Entry;

/** For which days it was asked, and answered, what happened. */
final class ConfirmedTime {

    private ConfirmedTime() {}

    /** The union of the periods that confirm the status of what the filter asks for, up to the cut-off. */
    static List<Span> of(Person person, EventFilter filter) {
        if (filter.kind() == EventFilter.Kind.COMPOSITE) {
            return filter.of().stream()
                    .map(part -> of(person, part))
                    .reduce(Span::intersection)
                    .orElse(List.of());
        }
        FollowUpKind kind = asked(filter.kind());
        return Span.union(person.of(FollowUp.class).stream()
                .map(Entry::details)
                .filter(period -> period.covers(kind) && !period.from().isAfter(person.cutoff()))
                .map(period -> new Span(period.from(), earlier(period.through(), person.cutoff())))
                .toList());
    }

    /** A declared clinical event has no question of its own: only one about everything confirms it. */
    static FollowUpKind asked(EventFilter.Kind kind) {
        return switch (kind) {
            case FRACTURE -> FollowUpKind.FRACTURE;
            case ADVERSE_EVENT -> FollowUpKind.ADVERSE_EVENT;
            case DEATH -> FollowUpKind.VITAL;
            case CLINICAL_EVENT, COMPOSITE -> FollowUpKind.ALL;
        };
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
