package org.trialog.query.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.query.figure.Computed;
import org.trialog.query.outcome.figure.CanonicalJson;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.SubjectRecord;

/**
 * One outcome at two moments.
 *
 * <p>Keys: {@code outcome}, {@code moved}, {@code from} and {@code to} (each {@code {version, definitionHash, resultHash,
 * cutoff}}, or {@code refused} where it cannot be computed); and where it moved {@code groups [{group, moved, from, to}]}
 * with their numbers, {@code comparisonsMoved}, {@code frame} (what moved beside the facts of subjects: {@code cut-off},
 * {@code definition}, {@code protocol}, {@code batches}), {@code byFrame [{subject, changes}]}, and {@code by}: the facts that moved it, in
 * the order of the history, each with the {@code changes} that it made of its subject's standing.
 */
final class FigureDiff {

    private final String outcome;
    private final Side from;
    private final Side to;
    private final List<ObjectNode> byFrame = new ArrayList<>();
    private final List<ObjectNode> by = new ArrayList<>();

    FigureDiff(String outcome, Side from, Side to) {
        this.outcome = outcome;
        this.from = from;
        this.to = to;
    }

    /** A figure, or why there is none. */
    record Side(@Nullable Computed computed, @Nullable String refused, ObjectNode result) {

        static Side of(Supplier<Computed> asked) {
            try {
                Computed computed = asked.get();
                return new Side(computed, null, FigureJson.result(computed.figure()));
            } catch (Problem refusal) {
                return new Side(null, refusal.code(), JsonNodeFactory.instance.objectNode());
            }
        }

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            if (computed == null) {
                return json.put("refused", refused);
            }
            return json.put("version", computed.definition().version())
                    .put("definitionHash", computed.figure().definitionHash())
                    .put("resultHash", CanonicalJson.sha256(result))
                    .put("cutoff", computed.cutoff().toString());
        }

        JsonNode group(String name) {
            return groups().filter(group -> group.path("group").asText().equals(name))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        Stream<JsonNode> groups() {
            List<JsonNode> groups = new ArrayList<>();
            result.path("groups").forEach(groups::add);
            return groups.stream();
        }

        Optional<Frame> frame() {
            return Optional.ofNullable(computed).map(Frame::of);
        }
    }

    boolean moved() {
        return !CanonicalJson.write(from.result()).equals(CanonicalJson.write(to.result()));
    }

    /** Whether it moved, and there is a figure to trace. */
    boolean traceable() {
        return moved() && to.computed() != null;
    }

    /** What would have moved had no subject got a new fact. */
    void reframe(List<SubjectRecord> before) {
        Frame then = from.frame().orElse(null);
        Frame now = to.frame().orElse(null);
        if (then == null || now == null || then.equals(now)) {
            return;
        }
        for (SubjectRecord record : before) {
            List<Change> changes = then.part(record).changesTo(now.part(record));
            if (!changes.isEmpty()) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put("subject", record.subject().value());
                ArrayNode list = line.putArray("changes");
                changes.forEach(change -> list.add(change.json()));
                byFrame.add(line);
            }
        }
    }

    /** Which new facts of a subject moved it. */
    void trace(Steps steps) {
        to.frame().ifPresent(frame -> by.addAll(steps.movers(frame)));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("diff", "figure");
        json.put("outcome", outcome);
        json.put("moved", moved());
        json.set("from", from.json());
        json.set("to", to.json());
        if (moved()) {
            groups(json.putArray("groups"));
            json.put(
                    "comparisonsMoved",
                    !from.result().path("comparisons").equals(to.result().path("comparisons")));
            frame(json.putArray("frame"));
            json.putArray("byFrame").addAll(byFrame);
            by.sort(Comparator.comparingLong(fact -> fact.path("position").asLong()));
            json.putArray("by").addAll(by);
        }
        return json;
    }

    private void groups(ArrayNode groups) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(to.groups(), from.groups())
                .forEach(group -> names.add(group.path("group").asText()));
        for (String name : names) {
            JsonNode was = from.group(name);
            JsonNode is = to.group(name);
            ObjectNode line = groups.addObject().put("group", name).put("moved", !was.equals(is));
            line.set("from", was.isMissingNode() ? null : GroupNumbers.of(was));
            line.set("to", is.isMissingNode() ? null : GroupNumbers.of(is));
        }
    }

    private void frame(ArrayNode frame) {
        Frame then = from.frame().orElse(null);
        Frame now = to.frame().orElse(null);
        if (then == null || now == null) {
            return;
        }
        if (!then.cutoff().equals(now.cutoff())) {
            frame.add("cut-off");
        }
        if (!then.definition().equals(now.definition())) {
            frame.add("definition");
        }
        if (then.protocol().version() != now.protocol().version()) {
            frame.add("protocol");
        }
        if (!then.batches().equals(now.batches())) {
            frame.add("batches");
        }
    }
}
