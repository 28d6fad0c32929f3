package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    Stratum leavingOut(Function<Member, Optional<String>> lacking) {
        List<Member> kept = new ArrayList<>();
        List<LeftOut> out = new ArrayList<>(leftOut);
        for (Member member : members) {
            Optional<String> reason = lacking.apply(member);
            if (reason.isEmpty()) {
                kept.add(member);
            } else {
                List<LocalDate> anchors = member.exposures().stream()
                        .map(exposure -> exposure.window().anchor())
                        .distinct()
                        .toList();
                out.add(new LeftOut(member.person(), reason.get(), anchors, member.life()));
            }
        }
        out.sort(Comparator.comparing(one -> one.person().subject()));
        return new Stratum(name, List.copyOf(kept), List.copyOf(out));
    }

    long events() {
        return members.stream().mapToLong(Member::events).sum();
    }

    long days() {
        return members.stream().mapToLong(Member::days).sum();
    }
}
