package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.person.Life;
import org.trialog.query.outcome.person.Person;

/** A group: who is in it, and who is left out of it. Both in the order of the subjects' codes. */
record Stratum(String name, List<Member> members, List<LeftOut> leftOut) {

    /** @param life null when there is no day that its time could start from */
    record LeftOut(
            Person person,
            String reason,
            List<LocalDate> anchors,
            @Nullable Life life) {}

    long events() {
        return members.stream().mapToLong(Member::events).sum();
    }

    long days() {
        return members.stream().mapToLong(Member::days).sum();
    }
}
