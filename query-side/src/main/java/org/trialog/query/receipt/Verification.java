package org.trialog.query.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.difference.Differences;
import org.trialog.query.figure.Computed;
import org.trialog.query.figure.Figures;
import org.trialog.query.problem.Problem;

/**
 * Computes figures again from their receipts, at the receipts' own position, and says whether they come out. A published
 * outcome is computed by the definition that the history holds, one that was only tried by the definition in the receipt.
 */
public final class Verification {

    private static final int MOST = 1_000;

    /** Another build may compute; the ledger's checkpoint says nothing of the numbers. */
    private static final Set<String> NOT_COMPARED =
            Set.of("build", "checkpoint", "receipt.build", "receipt.checkpoint");

    private static final ObjectReader READER = FactJson.mapper().readerFor(JsonNode.class);

    private final Figures figures;

    public Verification(Figures figures) {
        this.figures = figures;
    }

    /**
     * @param content receipts and figures, any mixture, one after the other or in arrays
     * @param exists whether a study exists for the asker
     * @return a verdict for each, in their order
     * @throws Problem 400 {@code receipt-malformed}, {@code too-many-receipts}
     */
    public List<ObjectNode> verify(byte[] content, Predicate<StudyId> exists) {
        return read(content).stream()
                .map(stated -> verdict(stated, exists).json(figures.build()))
                .toList();
    }

    private static List<Stated> read(byte[] content) {
        List<Stated> found = new ArrayList<>();
        try (MappingIterator<JsonNode> values = READER.readValues(content)) {
            while (values.hasNext()) {
                JsonNode value = values.next();
                for (JsonNode one : value.isArray() ? value : List.of(value)) {
                    found.add(Stated.of(one));
                    if (found.size() > MOST) {
                        throw Problem.malformed(
                                "receipts",
                                "too-many-receipts",
                                "At most %d receipts are verified at a time: send them in parts.".formatted(MOST));
                    }
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable instanceof Problem problem
                    ? problem
                    : Problem.malformed("receipts", "receipt-malformed", "This is not JSON.");
        }
        if (found.isEmpty()) {
            throw Problem.malformed("receipts", "receipt-malformed", "There is no receipt in it.");
        }
        return found;
    }

    private Verdict verdict(Stated stated, Predicate<StudyId> exists) {
        if (!exists.test(stated.study())) {
            return Verdict.impossible(
                    stated, "study-unknown", "There is no study '%s' here.".formatted(stated.study()));
        }
        try {
            Computed computed = compute(stated);
            ObjectNode again = stated.isFigure() ? figure(computed, stated) : figures.receipt(computed);
            return Verdict.of(stated, Differences.between(stated.text(), again, NOT_COMPARED));
        } catch (Problem problem) {
            return switch (problem.code()) {
                case "as-known-at-in-future" ->
                    Verdict.impossible(
                            stated,
                            "position-beyond-history",
                            "The history here does not reach position %d.".formatted(stated.position()));
                case "receipt-malformed" -> throw problem;
                default -> Verdict.impossible(stated, problem.code(), problem.sentence());
            };
        }
    }

    private Computed compute(Stated stated) {
        return stated.hypothetical()
                ? figures.hypothetical(stated.study(), stated.definition(), stated.asked())
                : figures.published(stated.study(), stated.outcome(), stated.version(), stated.asked());
    }

    /** A figure that was printed without its receipt, or before figures had one, is as good. */
    private ObjectNode figure(Computed computed, Stated stated) {
        try {
            ObjectNode line = (ObjectNode) FactJson.mapper().readTree(figures.line(computed));
            if (!stated.text().has("receipt")) {
                line.remove("receipt");
            }
            return line;
        } catch (IOException impossible) {
            throw new IllegalStateException("a figure is written as JSON", impossible);
        }
    }
}
