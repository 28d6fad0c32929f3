package org.trialog.query.difference;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.figure.Computed;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.CanonicalJson;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.Batch;

/** All that a figure hangs on beside the facts of its subjects. */
record Frame(Protocol protocol, OutcomeDefinition definition, List<Batch> batches, LocalDate cutoff) {

    static Frame of(Computed computed) {
        return new Frame(
                computed.protocol(),
                computed.definition(),
                computed.known().study().batches(),
                computed.cutoff());
    }

    /** What one subject gives to the figure: the same figure over that subject alone. */
    Part part(SubjectRecord record) {
        try {
            Figure alone = Outcomes.compute(
                    protocol, definition, List.of(record), batches, cutoff, null, Publication.UNSTATED);
            SortedMap<String, String> numbers = new TreeMap<>();
            FigureJson.result(alone)
                    .path("groups")
                    .forEach(group -> numbers.put(group.path("group").asText(), CanonicalJson.write(group)));
            return new Part(Standing.only(alone.behind()), numbers);
        } catch (OutcomeRefused notOverOne) {
            return new Part(Standing.NOWHERE, new TreeMap<>());
        }
    }

    /** How a subject stands, and its numbers by group as canonical JSON. */
    record Part(Standing standing, SortedMap<String, String> numbers) {

        /** How it stands otherwise; where it does not and its numbers are others, that they are. */
        List<Change> changesTo(Part other) {
            List<Change> changes = standing.changesTo(other.standing);
            if (!changes.isEmpty() || numbers.equals(other.numbers)) {
                return changes;
            }
            SortedMap<String, String> groups = new TreeMap<>(numbers);
            groups.putAll(other.numbers);
            return groups.keySet().stream()
                    .filter(group -> !numbers.getOrDefault(group, "").equals(other.numbers.getOrDefault(group, "")))
                    .map(group -> Change.of(Change.What.NUMBERS, group))
                    .toList();
        }
    }
}
