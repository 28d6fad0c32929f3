package org.trialog.query.outcome.kind;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Behind.Counted;

/**
 * Whether a covariate is there as at day 0.
 *
 * @param value that it must have; null when any will do
 */
record HasCovariate(String code, @Nullable String value) implements Judge {

    @Override
    public Verdict of(Member member) {
        Optional<Covariates.Known> known = Covariates.at(member.person(), code, Scores.dayZero(member));
        if (known.isEmpty()) {
            return value == null
                    ? Verdict.no("not recorded", List.of())
                    : Verdict.undetermined("not recorded by day 0", List.of());
        }
        List<Counted> counted = List.of(new Counted(
                List.of(known.get().record()), known.get().positions(), Scores.dayZero(member), Scores.BASELINE));
        return value == null || value.equals(known.get().value())
                ? Verdict.yes(counted)
                : Verdict.no("another value", counted);
    }

    @Override
    public Behind.Subject behind(Member member) {
        return new Behind.Subject(
                member.person().subject(),
                null,
                List.of(Scores.dayZero(member)),
                member.days(),
                of(member).counted(),
                List.of());
    }

    @Override
    public String rule() {
        return value == null
                ? "with " + code + " recorded by day 0, of all"
                : "with " + code + " " + value + ", of those in whom it was recorded by day 0";
    }
}
