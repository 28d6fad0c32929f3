package org.trialog.query.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.protocol.ProtocolProblem;
import org.trialog.events.value.StudyId;
import org.trialog.query.figure.Figures.Asked;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.problem.Problem;

/**
 * What somebody says a figure was: a receipt, or a figure as it was printed. Only what leads to the figure is read here;
 * everything else is held against what comes out.
 *
 * @param text as it was stated, whole
 */
record Stated(
        ObjectNode text,
        StudyId study,
        String outcome,
        int version,
        boolean hypothetical,
        long position,
        LocalDate cutoff,
        String by) {

    /** @throws Problem 400 {@code receipt-malformed} naming the key */
    static Stated of(JsonNode node) {
        if (!(node instanceof ObjectNode text)) {
            throw malformed("receipt", "is a JSON object");
        }
        boolean receipt = text.path("resultHash").isTextual();
        if (!receipt && !text.path("result").isObject()) {
            throw malformed("resultHash", "is the hash of a receipt; a figure has a result");
        }
        String cutoff = receipt ? "parameters.cutoff" : "cutoff";
        String by = receipt ? "parameters.by" : "result.by";
        return new Stated(
                text,
                study(words(text, "study")),
                words(text, "outcome"),
                Math.toIntExact(number(text, "version", Integer.MAX_VALUE)),
                truth(text, "hypothetical"),
                number(text, "asKnownAt.position", Long.MAX_VALUE),
                day(cutoff, words(text, cutoff)),
                words(text, by));
    }

    /** The full figure rather than its receipt. */
    boolean isFigure() {
        return text.has("result");
    }

    /**
     * The definition that the receipt carries, read as strictly as one that is tried: what its whole form fills in where a
     * file says nothing is left out again.
     *
     * @throws Problem 400 {@code receipt-malformed}
     */
    OutcomeDefinition definition() {
        JsonNode definition = text.path("definition").deepCopy();
        leaveOutEmpty(definition);
        if (definition instanceof ObjectNode pooled
                && pooled.path("kind").asText().equals("pooled")) {
            pooled.remove("anchor");
        }
        try {
            return ProtocolFile.readOutcome("definition", definition.toString());
        } catch (ProtocolProblem unreadable) {
            throw malformed("definition", "is the whole definition of the outcome");
        }
    }

    private static void leaveOutEmpty(JsonNode node) {
        node.forEach(Stated::leaveOutEmpty);
        if (node instanceof ObjectNode object) {
            Iterator<JsonNode> values = object.elements();
            while (values.hasNext()) {
                JsonNode value = values.next();
                if (value.isContainerNode() && value.isEmpty()) {
                    values.remove();
                }
            }
        }
    }

    Asked asked() {
        return new Asked(new AsKnownAt.Position(position), by, cutoff);
    }

    private static JsonNode at(ObjectNode text, String path) {
        return text.at("/" + path.replace('.', '/'));
    }

    private static String words(ObjectNode text, String path) {
        JsonNode value = at(text, path);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw malformed(path, "is a text");
        }
        return value.textValue();
    }

    private static long number(ObjectNode text, String path, long most) {
        JsonNode value = at(text, path);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > most) {
            throw malformed(path, "is a number from 1 on");
        }
        return value.longValue();
    }

    private static boolean truth(ObjectNode text, String path) {
        JsonNode value = at(text, path);
        if (!value.isBoolean()) {
            throw malformed(path, "is true or false");
        }
        return value.booleanValue();
    }

    private static StudyId study(String text) {
        try {
            return new StudyId(text);
        } catch (IllegalArgumentException bad) {
            throw malformed("study", "is the id of a study");
        }
    }

    private static LocalDate day(String path, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException bad) {
            throw malformed(path, "is a day that exists");
        }
    }

    private static Problem malformed(String path, String is) {
        return Problem.malformed(
                path, "receipt-malformed", "This is no receipt and no figure: '%s' %s.".formatted(path, is));
    }
}
