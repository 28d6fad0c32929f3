package org.trialog.query.outcome.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.value.RecordId;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Occurrence;
import org.trialog.query.outcome.person.WorstGrade;
import org.trialog.query.record.Entry;
import org.trialog.query.statistics.PoissonRate;

/** Counts the adverse events of a group, and the subjects who had them, by the values of one breakdown. */
final class Tally {

    private final Map<Breakdown.Value, Long> events = new HashMap<>();
    private final Map<Breakdown.Value, Set<String>> subjects = new HashMap<>();

    static Tally of(Breakdown breakdown, List<Member> members) {
        Tally tally = new Tally();
        members.forEach(member -> tally.add(breakdown, member));
        return tally;
    }

    /**
     * @param values of all groups, so that what a group never had stands there with 0
     * @param years of the group
     */
    List<Numbers.Tallied> rows(List<Breakdown.Value> values, double years) {
        List<Numbers.Tallied> rows = new ArrayList<>();
        for (Breakdown.Value value : values) {
            rows.add(new Numbers.Tallied(
                    value.name(),
                    value.systemOrganClass(),
                    subjects(value),
                    PoissonRate.exact(events.getOrDefault(value, 0L), years)));
        }
        return rows;
    }

    List<Breakdown.Value> values(Breakdown breakdown) {
        Comparator<Breakdown.Value> mostSubjects = Comparator.comparing(this::subjects, Comparator.reverseOrder());
        return events.keySet().stream()
                .sorted(breakdown.order(mostSubjects.thenComparing(events::get, Comparator.reverseOrder())))
                .toList();
    }

    private int subjects(Breakdown.Value value) {
        return subjects.getOrDefault(value, Set.of()).size();
    }

    private void add(Breakdown breakdown, Member member) {
        Map<String, AdverseEvent> reported = new HashMap<>();
        for (Entry<AdverseEvent> entry : member.person().of(AdverseEvent.class)) {
            reported.put(entry.id().value(), entry.details());
        }
        for (Exposure exposure : member.exposures()) {
            for (Occurrence occurrence : exposure.events()) {
                String record = occurrence.records().getFirst();
                AdverseEvent event = reported.get(record);
                if (event == null) {
                    throw new IllegalStateException(record + " is no adverse event");
                }
                Breakdown.Value value = breakdown.value(
                        event,
                        WorstGrade.of(member.person(), new RecordId(record)).orElse(null));
                events.merge(value, 1L, Long::sum);
                subjects.computeIfAbsent(value, _ -> new HashSet<>())
                        .add(member.person().subject());
            }
        }
    }
}
