package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trialog.events.protocol.Located.Place;
import org.trialog.events.protocol.ProtocolProblem.Finding;

/**
 * A protocol file that has been read: one YAML document in UTF-8, one protocol version.
 *
 * @param protocol what it says
 * @param definition the same as JSON, as {@code ProtocolPublished} carries it: {@link Protocol#of} reads it back equal
 * @param doubts what was taken and is probably not meant
 */
public record ProtocolFile(Protocol protocol, JsonNode definition, List<Finding> doubts) {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 1 << 20;

    public ProtocolFile {
        doubts = List.copyOf(doubts);
    }

    /**
     * @param name of the file, for the messages
     * @throws ProtocolProblem with every reason why it cannot be taken
     */
    public static ProtocolFile read(String name, byte[] content) {
        return read(name, text(name, content));
    }

    /**
     * @param name of the file, for the messages
     * @throws ProtocolProblem with every reason why it cannot be taken
     */
    public static ProtocolFile read(String name, String content) {
        return read(name, YamlReader.read(name, bounded(name, content)));
    }

    /**
     * Judges a definition that is JSON already: the same checks, without lines.
     *
     * @throws ProtocolProblem with every reason why it cannot be taken
     */
    public static ProtocolFile of(JsonNode definition) {
        return read("definition", Located.of(definition));
    }

    /**
     * Reads the definition of one outcome: the keys of one entry of {@code outcomes}.
     *
     * @throws ProtocolProblem with every reason why it cannot be taken
     */
    public static OutcomeDefinition readOutcome(String name, byte[] content) {
        return readOutcome(name, text(name, content));
    }

    /**
     * Reads the definition of one outcome: the keys of one entry of {@code outcomes}.
     *
     * @throws ProtocolProblem with every reason why it cannot be taken
     */
    public static OutcomeDefinition readOutcome(String name, String content) {
        ShapeReader reader = new ShapeReader();
        JsonNode json = reader.read(ProtocolShape.OUTCOME, YamlReader.read(name, bounded(name, content)), "");
        refuse(name, reader.findings());
        OutcomeDefinition outcome = value(name, json, OutcomeDefinition.class);
        Findings findings = new Findings(reader);
        new OutcomeSense(null, findings).check(outcome, "");
        refuse(name, findings.wrong());
        return outcome;
    }

    private static ProtocolFile read(String name, Located root) {
        ShapeReader reader = new ShapeReader();
        JsonNode definition = reader.read(ProtocolShape.PROTOCOL, root, "");
        refuse(name, reader.findings());
        Protocol protocol = value(name, definition, Protocol.class);
        Findings findings = new Findings(reader);
        ProtocolSense.check(protocol, findings);
        refuse(name, findings.wrong());
        return new ProtocolFile(protocol, definition, findings.doubtful());
    }

    private static <T> T value(String name, JsonNode json, Class<T> type) {
        try {
            return Protocol.read(type, json);
        } catch (IOException unread) {
            throw new ProtocolProblem(name, List.of(finding(Place.NONE, String.valueOf(unread.getMessage()))));
        }
    }

    private static void refuse(String name, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new ProtocolProblem(name, findings);
        }
    }

    private static String text(String name, byte[] content) {
        if (content.length > LARGEST) {
            throw tooLarge(name);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ProtocolProblem(
                    name, List.of(finding(Place.NONE, "the file is not UTF-8: save it in that encoding")));
        }
    }

    private static String bounded(String name, String content) {
        if (content.length() > LARGEST) {
            throw tooLarge(name);
        }
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    private static ProtocolProblem tooLarge(String name) {
        return new ProtocolProblem(name, List.of(finding(Place.NONE, "the file is larger than " + LARGEST + " bytes")));
    }

    private static Finding finding(Place place, String sentence) {
        return new Finding(place.line(), place.column(), "", sentence);
    }
}
