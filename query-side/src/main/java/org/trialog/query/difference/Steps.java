package org.trialog.query.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.query.difference.Frame.Part;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.record.OpenRecord;
import org.trialog.query.record.SubjectRecord;

/**
 * One subject from what was known to what is known, fact by fact. Flags and queries are no steps: no figure looks at them.
 *
 * @param before what was known
 */
record Steps(SubjectRecord before, List<Step> steps) {

    /** A fact, and what is known once it is, too. */
    record Step(HistoryEntry entry, SubjectRecord known) {}

    static Steps of(SubjectRecord before, List<HistoryEntry> entries) {
        List<Step> steps = new ArrayList<>();
        OpenRecord open = before.open();
        for (HistoryEntry entry : entries) {
            if (entry.fact() instanceof SubjectEvent event) {
                open.apply(event, entry.position(), entry.recordedAt());
                if (event instanceof Recorded || event instanceof Corrected || event instanceof Retracted) {
                    steps.add(new Step(entry, open.record()));
                }
            }
        }
        return new Steps(before, steps);
    }

    /**
     * The facts that moved what the subject gives to a figure, in their order, each with what it changed there. Empty when
     * all of them together moved nothing.
     */
    List<ObjectNode> movers(Frame frame) {
        if (steps.isEmpty()) {
            return List.of();
        }
        Part was = frame.part(before);
        if (was.equals(frame.part(steps.getLast().known()))) {
            return List.of();
        }
        List<ObjectNode> movers = new ArrayList<>();
        for (Step step : steps) {
            Part is = frame.part(step.known());
            List<Change> changes = was.changesTo(is);
            if (!changes.isEmpty()) {
                movers.add(mover(step.entry(), changes));
            }
            was = is;
        }
        return movers;
    }

    private static ObjectNode mover(HistoryEntry entry, List<Change> changes) {
        ObjectNode mover = Facts.of(entry);
        JsonNode record = Facts.payload(entry).path("id");
        mover.set("record", record);
        ArrayNode list = mover.putArray("changes");
        changes.forEach(change -> list.add(change.json()));
        return mover;
    }
}
