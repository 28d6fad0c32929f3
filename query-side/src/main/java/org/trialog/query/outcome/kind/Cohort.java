package org.trialog.query.outcome.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;

/**
 * The subjects of a question in their groups.
 *
 * @param partialAnchors subjects whose day 0 had to be placed
 * @param inSeveral subjects that count in more than one group, with split time
 * @param placement of partial dates of values
 */
record Cohort(List<Stratum> strata, int partialAnchors, int inSeveral, Placement placement) {

    /**
     * @param people any order; those who are not enrolled are in no group
     * @param placement in place of the definition's rule for partial dates of events; null leaves it
     */
    static Cohort of(Question question, List<Person> people, @Nullable Placement placement) {
        return new Gathering(question, placement).gather(people);
    }

    /** Leaves out the members who lack something, each with its reason. */
    Cohort leavingOut(Function<Member, Optional<String>> lacking) {
        return new Cohort(
                strata.stream().map(stratum -> stratum.leavingOut(lacking)).toList(),
                partialAnchors,
                inSeveral,
                placement);
    }

    Optional<Stratum> stratum(String name) {
        return strata.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Whether any date of an event is partial. */
    boolean partialDates() {
        return strata.stream().anyMatch(stratum -> stratum.members().stream()
                .anyMatch(member -> member.life().partial() > 0));
    }
}
