package org.trialog.query.outcome.person;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.value.CtcaeGrade;
import org.trialog.events.value.RecordId;
import org.trialog.query.record.Entry;

/**
 * The highest grade of an adverse event over its first report and the follow-ups learned by the cut-off: with them it is one
 * event, and an event that has eased again was as bad as it ever was.
 */
public final class WorstGrade {

    private WorstGrade() {}

    /** Empty when nobody graded it. */
    public static Optional<CtcaeGrade> of(Person person, RecordId event) {
        Stream<CtcaeGrade> reported = person.record().entries().stream()
                .filter(entry -> entry.id().equals(event))
                .map(entry -> entry.details() instanceof AdverseEvent first ? first.grade() : null)
                .filter(Objects::nonNull);
        Stream<CtcaeGrade> later = person.of(AdverseEventFollowUp.class).stream()
                .map(Entry::details)
                .filter(further -> further.of().equals(event))
                .map(AdverseEventFollowUp::grade)
                .filter(Objects::nonNull);
        return Stream.concat(reported, later).max(Comparator.naturalOrder());
    }
}
