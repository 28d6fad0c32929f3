package org.trialog.query.difference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.SubjectId;
import org.trialog.query.difference.Diff.Sides;
import org.trialog.query.figure.Figures;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.record.Known;
import org.trialog.query.record.SubjectRecord;

/** Every published outcome at two moments: computed on both sides, and traced to the facts between where it moved. */
final class FigureDiffs {

    private final History history;
    private final Figures figures;
    private final Sides sides;
    private final Set<SubjectId> withNews;

    /** @param withNews the subjects that have facts between the moments */
    FigureDiffs(History history, Figures figures, Sides sides, Set<SubjectId> withNews) {
        this.history = history;
        this.figures = figures;
        this.sides = sides;
        this.withNews = withNews;
    }

    void write(Consumer<ObjectNode> lines) {
        Map<SubjectId, SubjectRecord> before =
                sides.from().subjects().stream().collect(Collectors.toMap(SubjectRecord::subject, record -> record));
        List<FigureDiff> diffs = outcomes().stream().map(this::diff).toList();
        List<FigureDiff> moved = diffs.stream().filter(FigureDiff::traceable).toList();
        moved.forEach(diff -> diff.reframe(sides.from().subjects()));
        if (!moved.isEmpty()) {
            for (SubjectId subject : withNews) {
                SubjectRecord known = before.getOrDefault(
                        subject, SubjectRecord.empty(sides.asked().study(), subject));
                Steps steps = Steps.of(known, between(subject));
                moved.forEach(diff -> diff.trace(steps));
            }
        }
        diffs.forEach(diff -> lines.accept(diff.json()));
    }

    private FigureDiff diff(String outcome) {
        return new FigureDiff(
                outcome,
                FigureDiff.Side.of(() -> figures.published(sides.asked().study(), outcome, null, sides.earlier())),
                FigureDiff.Side.of(() -> figures.published(sides.asked().study(), outcome, null, sides.later())));
    }

    private List<HistoryEntry> between(SubjectId subject) {
        List<HistoryEntry> entries = new ArrayList<>();
        history.read(sides.between(subject), entries::add);
        return entries;
    }

    /** Those of the later protocol in its order, then those that it no longer has. */
    private Set<String> outcomes() {
        Set<String> ids = new LinkedHashSet<>();
        for (Known side : List.of(sides.to(), sides.from())) {
            side.study().protocol().map(Protocol::outcomes).orElse(List.of()).stream()
                    .map(OutcomeDefinition::id)
                    .forEach(ids::add);
        }
        return ids;
    }
}
