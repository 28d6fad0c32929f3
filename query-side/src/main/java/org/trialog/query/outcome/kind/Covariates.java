package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.Covariate;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;

/** What was known of a covariate on a day. */
final class Covariates {

    /** Recorded with the birth; as a covariate it goes by that. */
    static final String SEX = "sex";

    private Covariates() {}

    record Known(String value, String record, List<Long> positions) {}

    /** The value last recorded on or before the day. */
    static Optional<Known> at(Person person, String code, LocalDate day) {
        Optional<Known> known = code.equals(SEX) ? sex(person) : Optional.empty();
        LocalDate since = LocalDate.MIN;
        for (Entry<Covariate> entry : person.of(Covariate.class)) {
            LocalDate from = person.range(entry.details().date())
                    .map(range -> range.earliest())
                    .orElse(LocalDate.MIN);
            if (entry.details().code().equals(code) && !from.isAfter(day) && !from.isBefore(since)) {
                known = Optional.of(
                        new Known(entry.details().value(), entry.id().value(), entry.positions()));
                since = from;
            }
        }
        return known;
    }

    private static Optional<Known> sex(Person person) {
        for (Entry<Birth> entry : person.of(Birth.class)) {
            String sex = entry.details().sex();
            if (sex != null) {
                return Optional.of(new Known(sex, entry.id().value(), entry.positions()));
            }
        }
        return Optional.empty();
    }
}
