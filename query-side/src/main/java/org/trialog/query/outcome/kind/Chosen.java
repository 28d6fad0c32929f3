package org.trialog.query.outcome.kind;

import org.trialog.query.outcome.person.Person;

/** Whether chance decided who is in which group: only then do p-values stand without being asked for. */
final class Chosen {

    private Chosen() {}

    static boolean showP(Question question, Cohort cohort) {
        return question.asksForTests() || (question.byArm() && !byAnybody(cohort));
    }

    /** Any subject whose arm was chosen, not randomised. */
    static boolean byAnybody(Cohort cohort) {
        return cohort.strata().stream()
                .flatMap(stratum -> stratum.members().stream())
                .anyMatch(member -> !member.person()
                        .allotment(member.exposures().getFirst().window().anchor())
                        .map(Person.Allotment::random)
                        .orElse(false));
    }
}
