package org.trialog.command.subject.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.subject.Matter;
import org.trialog.events.protocol.MeasurementDefinition;
import org.trialog.events.protocol.MeasurementDefinition.AgeRange;
import org.trialog.events.value.DateRange;

/** What is plausible of a measurement at the subject's age on the day: partial dates leave several ages open. */
final class PlausibleRange {
    private PlausibleRange() {}

    static Certainty outside(BigDecimal value, MeasurementDefinition defined, Matter matter) {
        Predicate<Limits> outside = limits -> MeasurementRules.outside(value, limits.minimum(), limits.maximum());
        Optional<DateRange> birth = matter.birth();
        Optional<DateRange> date = matter.range();
        if (birth.isEmpty() || date.isEmpty()) {
            return all(defined).allMatch(outside) ? Certainty.SURELY : Certainty.NO;
        }
        int from = place(defined.ages(), birth.get().latest(), date.get().earliest());
        int to = place(defined.ages(), birth.get().earliest(), date.get().latest());
        List<Limits> open = all(defined).skip(from).limit(to - from + 1L).toList();
        if (open.stream().allMatch(outside)) {
            return Certainty.SURELY;
        }
        return open.stream().anyMatch(outside) ? Certainty.POSSIBLY : Certainty.NO;
    }

    /** Nothing below zero where nothing below zero is plausible, unless the protocol says what is least. */
    static @Nullable BigDecimal leastPossible(MeasurementDefinition defined) {
        if (defined.leastPossible() != null) {
            return defined.leastPossible();
        }
        List<BigDecimal> minima = Stream.concat(
                        defined.ages().stream().map(AgeRange::minimum), Stream.ofNullable(defined.minimum()))
                .filter(Objects::nonNull)
                .toList();
        return !minima.isEmpty() && minima.stream().allMatch(minimum -> minimum.signum() >= 0) ? BigDecimal.ZERO : null;
    }

    /** Of the first age whose limit is not yet reached; one past the last where all are. */
    private static int place(List<AgeRange> ages, LocalDate born, LocalDate on) {
        int place = 0;
        while (place < ages.size() && !on.isBefore(born.plus(ages.get(place).below()))) {
            place++;
        }
        return place;
    }

    private record Limits(
            @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {}

    /** By age, youngest first, and last what holds where no age says otherwise. */
    private static Stream<Limits> all(MeasurementDefinition defined) {
        return Stream.concat(
                defined.ages().stream().map(age -> new Limits(age.minimum(), age.maximum())),
                Stream.of(new Limits(defined.minimum(), defined.maximum())));
    }
}
