package org.trialog.command.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.trialog.command.keys.Sealing;
import org.trialog.command.problem.Problem;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.PersonalShape;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.wire.FactJson;

/** The personal fields of a request: clear text on the way in, sealed before anything else sees them. */
final class PersonalFields {

    static final int LONGEST = 4000;

    private PersonalFields() {}

    /** The fields of a kind of record that hold words of a person. */
    static List<String> words(RecordKind kind) {
        return PersonalShape.names(kind.type(), String.class);
    }

    /**
     * Seals them in place; beside a birth date it puts the age in days on the given day.
     *
     * @param prefix of the fields in a complaint, as in {@code fractures[0].}
     */
    static void seal(RecordKind kind, ObjectNode body, Sealing sealing, LocalDate today, String prefix) {
        for (String field : words(kind)) {
            JsonNode clear = body.get(field);
            if (clear != null) {
                body.set(field, FactJson.mapper().valueToTree(sealing.<String>seal(text(clear, prefix + field))));
            }
        }
        if (kind == RecordKind.BIRTH && body.get("birthDate") != null) {
            ClinicalDate born = Reading.date(text(body.get("birthDate"), prefix + "birthDate"), prefix + "birthDate");
            AgeOn age = born.range()
                    .map(range -> AgeOn.of(range, today))
                    .orElseThrow(() -> Problem.malformed(
                            "birth-date-unknown",
                            "A birth date is at least a year; leave the birth out while nothing of it is known.",
                            List.of(prefix + "birthDate")));
            Personal<ClinicalDate> sealed = sealing.seal(born);
            body.set("birthDate", FactJson.mapper().valueToTree(sealed));
            body.set("age", FactJson.mapper().valueToTree(age));
        }
    }

    static String text(JsonNode node, String field) {
        if (!node.isTextual()) {
            throw Problem.malformed("not-text", "'" + field + "' is text.", List.of(field));
        }
        if (node.textValue().length() > LONGEST) {
            throw Problem.malformed(
                    "too-long", "'" + field + "' has at most " + LONGEST + " characters.", List.of(field));
        }
        return node.textValue();
    }
}
