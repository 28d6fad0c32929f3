package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EventFilter.PartialDates;
import org.trialog.events.value.DateRange;

/** Where a partial date is placed among the days that it can mean. */
@FunctionalInterface
public interface Placement {

    /** Null when it is left out. */
    @Nullable
    LocalDate place(DateRange possible);

    static Placement of(PartialDates rule) {
        return switch (rule) {
            case EARLIEST -> DateRange::earliest;
            case LATEST -> DateRange::latest;
            case MIDPOINT -> DateRange::midpoint;
            case EXCLUDE -> _ -> null;
        };
    }

    /** On a day that is wanted if there is one, else on the earliest: for the least and the greatest count. */
    static Placement preferring(Predicate<LocalDate> wanted) {
        return possible -> possible.earliest()
                .datesUntil(possible.latest().plusDays(1))
                .filter(wanted)
                .findFirst()
                .orElse(possible.earliest());
    }
}
