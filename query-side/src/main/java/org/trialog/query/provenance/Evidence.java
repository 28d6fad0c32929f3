package org.trialog.query.provenance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.query.figure.Computed;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.outcome.figure.Behind;

/**
 * Lists, for a figure, each subject of each group, what of it counts and what does not and why, and the facts behind both
 * with who recorded them.
 *
 * <p>Keys of a line: {@code group}, {@code subject}, {@code leftOut} (why; null when it is in), {@code anchors},
 * {@code personDays}, {@code counted [{records, placed, window, events}]}, {@code notCounted [{record, reason, events}]};
 * of an event {@code position, recordedAt, type, actor, role, site}.
 */
public final class Evidence {

    private static final int SUBJECTS_AT_A_TIME = 500;

    private final History history;

    public Evidence(History history) {
        this.history = history;
    }

    /**
     * Hands out the lines, in the order of the figure's groups and of the subjects in them.
     *
     * @param group only this one; null for all
     * @param subject only this one; null for all
     */
    public void list(Computed computed, @Nullable String group, @Nullable String subject, Consumer<ObjectNode> lines) {
        StudyId study = computed.known().study().study();
        for (Behind behind : computed.figure().behind()) {
            if (group != null && !group.equals(behind.group())) {
                continue;
            }
            List<Behind.Subject> wanted = behind.subjects().stream()
                    .filter(one -> subject == null || subject.equals(one.subject()))
                    .toList();
            for (int from = 0; from < wanted.size(); from += SUBJECTS_AT_A_TIME) {
                List<Behind.Subject> piece = wanted.subList(from, Math.min(wanted.size(), from + SUBJECTS_AT_A_TIME));
                SortedMap<Long, ObjectNode> facts = facts(study, piece);
                piece.forEach(one -> lines.accept(line(behind.group(), one, facts)));
            }
        }
    }

    private SortedMap<Long, ObjectNode> facts(StudyId study, List<Behind.Subject> subjects) {
        TreeSet<Long> positions = new TreeSet<>();
        for (Behind.Subject subject : subjects) {
            subject.counted().forEach(counted -> positions.addAll(counted.positions()));
            subject.notCounted().forEach(not -> positions.addAll(not.positions()));
        }
        SortedMap<Long, ObjectNode> facts = new TreeMap<>();
        history.at(study, positions).forEach(entry -> facts.put(entry.position(), fact(entry)));
        return facts;
    }

    /** What the event is, and whose. */
    private static ObjectNode fact(HistoryEntry entry) {
        Map<String, String> provenance = entry.provenance().toMap();
        return JsonNodeFactory.instance
                .objectNode()
                .put("position", entry.position())
                .put("recordedAt", provenance.get("recordedAt"))
                .put("type", entry.type())
                .put("actor", provenance.get("actor"))
                .put("role", provenance.get("role"))
                .put("site", provenance.get("site"));
    }

    private static ObjectNode line(String group, Behind.Subject subject, SortedMap<Long, ObjectNode> facts) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("group", group);
        line.put("subject", subject.subject());
        line.put("leftOut", subject.leftOut());
        ArrayNode anchors = line.putArray("anchors");
        subject.anchors().forEach(day -> anchors.add(day.toString()));
        line.put("personDays", subject.days());
        ArrayNode counted = line.putArray("counted");
        for (Behind.Counted one : subject.counted()) {
            ObjectNode node = counted.addObject();
            ArrayNode records = node.putArray("records");
            one.records().forEach(records::add);
            node.put("placed", one.placed().toString());
            node.put("window", one.window());
            node.set("events", events(one.positions(), facts));
        }
        ArrayNode not = line.putArray("notCounted");
        for (Behind.NotCounted one : subject.notCounted()) {
            ObjectNode node = not.addObject();
            node.put("record", one.record());
            node.put("reason", one.reason());
            node.set("events", events(one.positions(), facts));
        }
        return line;
    }

    private static ArrayNode events(List<Long> positions, SortedMap<Long, ObjectNode> facts) {
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        positions.forEach(position -> events.add(facts.get(position)));
        return events;
    }
}
