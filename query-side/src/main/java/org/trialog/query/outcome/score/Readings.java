package org.trialog.query.outcome.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.query.outcome.figure.Behind.NotCounted;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;
import org.trialog.query.record.Entry;

/**
 * All that is known of a subject on one scale up to the cut-off.
 *
 * @param values by day
 * @param notCounted records of the scale that have no usable value or day, and why
 */
public record Readings(List<Reading> values, List<NotCounted> notCounted) {

    public Readings {
        values = List.copyOf(values);
        notCounted = List.copyOf(notCounted);
    }

    public static Readings of(Person person, Scale scale, Placement placement) {
        return new Search(person, placement).on(scale);
    }

    /** The last value on or before day 0, at whatever visit. */
    public Optional<Reading> baseline(LocalDate dayZero) {
        return values.stream().filter(one -> !one.day().isAfter(dayZero)).reduce((_, last) -> last);
    }

    private static final class Search {
        private final Person person;
        private final Placement placement;
        private final List<Reading> values = new ArrayList<>();
        private final List<NotCounted> not = new ArrayList<>();

        Search(Person person, Placement placement) {
            this.person = person;
            this.placement = placement;
        }

        Readings on(Scale scale) {
            switch (scale) {
                case Scale.Scored scored ->
                    person.of(Assessment.class).stream()
                            .filter(entry -> entry.details()
                                    .instrument()
                                    .equals(scored.instrument().id()))
                            .forEach(entry -> add(
                                    entry,
                                    scored.of(entry.details()),
                                    entry.details().visit()));
                case Scale.Measured measured ->
                    person.of(Measurement.class).stream()
                            .filter(entry -> measured.covers(entry.details()))
                            .forEach(entry -> add(
                                    entry,
                                    measured.of(entry.details()),
                                    entry.details().visit()));
            }
            values.sort(Reading.BY_DAY);
            return new Readings(values, not);
        }

        private void add(Entry<? extends ClinicalRecord> entry, Scale.Said said, @Nullable RecordId visit) {
            switch (said) {
                case Scale.Unusable(String reason) -> leaveOut(entry, reason);
                case Scale.Value(BigDecimal value) -> place(entry, value, visit);
            }
        }

        private void place(Entry<? extends ClinicalRecord> entry, BigDecimal value, @Nullable RecordId visit) {
            Optional<DateRange> possible = person.range(entry.details().date());
            if (possible.isEmpty()) {
                leaveOut(entry, "undated: neither before nor after");
                return;
            }
            Optional<DateRange> lived = possible.get().exact() ? possible : bounded(possible.get());
            if (lived.isEmpty()) {
                leaveOut(entry, "no day is left between birth and death or cut-off");
                return;
            }
            boolean partial = !possible.get().exact();
            LocalDate day = partial ? placement.place(lived.get()) : lived.get().earliest();
            if (day == null) {
                leaveOut(entry, "its date is partial");
            } else {
                values.add(new Reading(entry.id().value(), entry.positions(), day, partial, value, visit));
            }
        }

        /** A partial date means no day before birth, nor after death or the cut-off. */
        private Optional<DateRange> bounded(DateRange range) {
            DateRange birth = person.birth();
            DateRange death = person.death();
            LocalDate earliest =
                    birth != null && birth.earliest().isAfter(range.earliest()) ? birth.earliest() : range.earliest();
            LocalDate latest = range.latest().isAfter(person.cutoff()) ? person.cutoff() : range.latest();
            latest = death != null && death.latest().isBefore(latest) ? death.latest() : latest;
            return latest.isBefore(earliest) ? Optional.empty() : Optional.of(new DateRange(earliest, latest));
        }

        private void leaveOut(Entry<? extends ClinicalRecord> entry, String reason) {
            not.add(new NotCounted(entry.id().value(), entry.positions(), reason));
        }
    }
}
