package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.study.Batch;

/** Which cells a subject had got last, as at a day: their source, and whether they were its own. */
record CellsGiven(List<Batch> batches) {

    private static final String NO_DOSE = "no dose";

    /** The tissue that the batch came from. */
    String source(Person person, LocalDate day) {
        return told(person, day, Batch::tissue);
    }

    /** Autologous or allogeneic. */
    String origin(Person person, LocalDate day) {
        return told(person, day, batch -> batch.origin() == null ? null : Token.of(batch.origin()));
    }

    /** Of several doses of one day all are told. */
    private String told(Person person, LocalDate day, Function<Batch, @Nullable String> property) {
        Optional<LocalDate> last = person.doses().stream()
                .map(dose -> dose.start().earliest())
                .filter(start -> !start.isAfter(day))
                .max(LocalDate::compareTo);
        return last.map(start -> person.doses().stream()
                        .filter(dose -> dose.start().earliest().equals(start))
                        .flatMap(dose -> known(dose).map(property).filter(Objects::nonNull))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" + ")))
                .map(told -> told.isEmpty() ? Grouping.UNKNOWN : told)
                .orElse(NO_DOSE);
    }

    private Stream<Batch> known(Person.Dose dose) {
        return batches.stream().filter(batch -> batch.batch().equals(dose.batch()));
    }
}
