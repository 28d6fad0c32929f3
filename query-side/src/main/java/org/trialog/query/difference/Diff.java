package org.trialog.query.difference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.figure.Figures;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.Slice;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.Moment;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.record.Records;

/**
 * What became known of a study between two moments, and which figures it moved, by which facts.
 *
 * <p>Lines of JSON, told apart by {@code diff}: {@code moments} (the two, and how many facts between them by type and
 * subject), {@code event} (each of them, where asked for), {@code correction} and {@code retraction} (old and new values),
 * {@code figure} (see {@link FigureDiff}). Memory is bounded by the subjects, not by the facts.
 */
public final class Diff {

    private final Records records;
    private final History history;
    private final Figures figures;

    public Diff(Records records, History history, Figures figures) {
        this.records = records;
        this.history = history;
        this.figures = figures;
    }

    /**
     * What is asked for.
     *
     * @param fromCutoff the last day looked at on the earlier side; null for the day of its moment
     * @param events whether every fact between is listed
     */
    public record Asked(
            StudyId study,
            AsKnownAt from,
            AsKnownAt to,
            @Nullable LocalDate fromCutoff,
            @Nullable LocalDate toCutoff,
            boolean events) {}

    /** The two sides, found and in order. */
    public record Sides(Known from, Known to, Asked asked) {

        Figures.Asked earlier() {
            return new Figures.Asked(new AsKnownAt.Position(from.moment().position()), null, asked.fromCutoff());
        }

        Figures.Asked later() {
            return new Figures.Asked(new AsKnownAt.Position(to.moment().position()), null, asked.toCutoff());
        }

        Slice between() {
            return Slice.of(asked.study(), to.moment().position())
                    .after(from.moment().position());
        }

        Slice between(SubjectId subject) {
            return Slice.of(asked.study(), subject, to.moment().position())
                    .after(from.moment().position());
        }
    }

    /** @throws Problem 404 when the study was not known at one of the moments, 400 when they stand the wrong way round */
    public Sides sides(Asked asked) {
        Known to = known(asked.study(), asked.to());
        Known from = known(asked.study(), asked.from());
        if (from.moment().position() > to.moment().position()) {
            throw Problem.malformed(
                    "from",
                    "diff-backwards",
                    "What is known only grows: 'from' (position %d) stands after 'to' (position %d)."
                            .formatted(from.moment().position(), to.moment().position()));
        }
        return new Sides(from, to, asked);
    }

    private Known known(StudyId study, AsKnownAt moment) {
        return records.known(study, moment)
                .orElseThrow(() -> Problem.unknown(
                        "study-unknown", "At one of the moments there was no study '%s'.".formatted(study)));
    }

    /** Hands out the lines, without line ends. */
    public void write(Sides sides, Consumer<ObjectNode> lines) {
        SortedMap<SubjectId, Long> subjects = new TreeMap<>();
        lines.accept(moments(sides, subjects));
        history.read(sides.between(), entry -> {
            if (sides.asked().events()) {
                lines.accept(Facts.whole(entry));
            }
            Facts.undone(entry).forEach(lines);
        });
        new FigureDiffs(history, figures, sides, subjects.keySet()).write(lines);
    }

    private ObjectNode moments(Sides sides, SortedMap<SubjectId, Long> subjects) {
        SortedMap<String, Long> types = new TreeMap<>();
        history.read(sides.between(), (HistoryEntry entry) -> {
            types.merge(entry.type(), 1L, Long::sum);
            if (entry.subject() != null) {
                subjects.merge(entry.subject(), 1L, Long::sum);
            }
        });
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("diff", "moments");
        line.put("study", sides.asked().study().value());
        line.set("from", moment(sides.from().moment()));
        line.set("to", moment(sides.to().moment()));
        line.put("events", types.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode byType = line.putObject("types");
        types.forEach(byType::put);
        ArrayNode bySubject = line.putArray("subjects");
        subjects.forEach((subject, count) ->
                bySubject.addObject().put("subject", subject.value()).put("events", count));
        return line;
    }

    private static ObjectNode moment(Moment moment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("position", moment.position())
                .put("knownAt", moment.knownAt().toString());
    }
}
