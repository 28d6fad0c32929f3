package org.trialog.command.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.command.problem.Problem;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.RecordId;

/**
 * Reads the body of a request about a subject's records into acts.
 *
 * @param sealing seals the personal fields
 * @param today the day of recording: the age of a child is given on it
 */
record RecordBody(Sealing sealing, LocalDate today) {

    /** What a visit may carry, and the kind of record that each is. The order is that of recording. */
    static final Map<String, RecordKind> CARRIED = carried();

    /** A record to make; {@code asDeviation: {reason}} beside its fields records a past act that broke a rule. */
    Act.Make make(RecordKind kind, ObjectNode body, String prefix) {
        JsonNode deviation = body.remove("asDeviation");
        return new Act.Make(
                details(kind, body, prefix), deviation == null ? null : deviationWords(deviation, prefix), null);
    }

    /** A record that says more of another one, which the address names. */
    Act.Make supplement(RecordKind kind, RecordId of, ObjectNode body) {
        return make(kind, body.put("of", of.value()), "");
    }

    /** {@code {"about", "field", "words"}}. */
    Act.OpenQuery query(ObjectNode body) {
        JsonNode about = body.remove("about");
        JsonNode field = body.remove("field");
        String words = required(body.remove("words"), "words");
        nothingElse(body);
        return new Act.OpenQuery(
                about == null ? null : Reading.id(PersonalFields.text(about, "about"), "about", RecordId::new),
                field == null ? null : PersonalFields.text(field, "field"),
                sealing.seal(words));
    }

    /** {@code {"words"}}. */
    Act.AnswerQuery answer(RecordId query, ObjectNode body) {
        String words = required(body.remove("words"), "words");
        nothingElse(body);
        return new Act.AnswerQuery(query, sealing.seal(words));
    }

    /** {@code {"words"}}, or nothing where the answer says all. */
    Act.CloseQuery closure(RecordId query, ObjectNode body) {
        JsonNode words = body.remove("words");
        nothingElse(body);
        return new Act.CloseQuery(query, words == null ? null : sealing.seal(PersonalFields.text(words, "words")));
    }

    /** A visit and everything seen at it: all are recorded, or none. */
    List<Act> visit(ObjectNode body) {
        List<Act> acts = new ArrayList<>();
        List<Act> carried = new ArrayList<>();
        CARRIED.forEach((field, kind) -> {
            JsonNode given = body.remove(field);
            if (given == null) {
                return;
            }
            if (!given.isArray()) {
                throw Problem.malformed("not-a-list", "'" + field + "' is a list.", List.of(field));
            }
            for (int i = 0; i < given.size(); i++) {
                String prefix = field + "[" + i + "].";
                if (!(given.get(i) instanceof ObjectNode record)) {
                    throw Problem.malformed("not-an-object", "'" + prefix + "' is an object.", List.of(field));
                }
                carried.add(make(kind, record, prefix));
            }
        });
        acts.add(make(RecordKind.VISIT, body, ""));
        acts.addAll(carried);
        return acts;
    }

    /** {@code {"reason", "words", "record"}}. */
    Act.Correct correction(RecordKind kind, RecordId id, ObjectNode body) {
        Reason reason = reason(body, Reason.CODES);
        if (!(body.remove("record") instanceof ObjectNode record)) {
            throw Problem.malformed("missing-field", "'record' holds the whole corrected record.", List.of("record"));
        }
        nothingElse(body);
        return new Act.Correct(id, details(kind, record, "record."), reason);
    }

    /** {@code {"reason", "words"}}. */
    Act.Retract retraction(RecordId id, ObjectNode body) {
        Reason reason = reason(body, Reason.CODES);
        nothingElse(body);
        return new Act.Retract(id, reason);
    }

    /** {@code {"record", "field", "reason", "words"}}; the words may be left out. */
    Act.Redact redaction(ObjectNode body) {
        String record = required(body.remove("record"), "record");
        String field = required(body.remove("field"), "field");
        String code = code(body, Reason.OF_REDACTION);
        JsonNode words = body.remove("words");
        nothingElse(body);
        return new Act.Redact(
                Reading.id(record, "record", RecordId::new),
                field,
                new Reason(code, words == null ? null : sealing.seal(PersonalFields.text(words, "words"))));
    }

    /** {@code {"reason", "words"}}. */
    Act.Restrict restriction(ObjectNode body) {
        Reason reason = reason(body, Reason.OF_RESTRICTION);
        nothingElse(body);
        return new Act.Restrict(reason);
    }

    /** {@code {"reason", "words"}}. */
    Act.LiftRestriction lifting(ObjectNode body) {
        Reason reason = reason(body, Reason.OF_LIFTING);
        nothingElse(body);
        return new Act.LiftRestriction(reason);
    }

    private ClinicalRecord details(RecordKind kind, ObjectNode body, String prefix) {
        ShortText.check(body, PersonalFields.words(kind), prefix);
        PersonalFields.seal(kind, body, sealing, today, prefix);
        return Reading.value(body, kind.type(), prefix);
    }

    private Personal<String> deviationWords(JsonNode deviation, String prefix) {
        JsonNode reason = deviation.get("reason");
        String field = prefix + "asDeviation.reason";
        if (reason == null
                || deviation.size() != 1
                || PersonalFields.text(reason, field).isBlank()) {
            throw Problem.malformed("missing-field", "A deviation says why: asDeviation: {reason}.", List.of(field));
        }
        return sealing.seal(reason.textValue());
    }

    private Reason reason(ObjectNode body, Set<String> codes) {
        String code = code(body, codes);
        return new Reason(code, sealing.seal(required(body.remove("words"), "words")));
    }

    private static String code(ObjectNode body, Set<String> codes) {
        String code = required(body.remove("reason"), "reason");
        if (!codes.contains(code)) {
            throw Problem.malformed("bad-value", "'reason' is one of " + codes + ".", List.of("reason"));
        }
        return code;
    }

    private static String required(@Nullable JsonNode node, String field) {
        if (node == null || PersonalFields.text(node, field).isBlank()) {
            throw Problem.malformed(
                    "reason-needed", "It has to be said why, or what: '" + field + "' is missing.", List.of(field));
        }
        return node.textValue();
    }

    private static void nothingElse(ObjectNode body) {
        if (!body.isEmpty()) {
            String field = body.fieldNames().next();
            throw Problem.malformed("field-unknown", "There is no field '" + field + "' here.", List.of(field));
        }
    }

    private static Map<String, RecordKind> carried() {
        Map<String, RecordKind> carried = new LinkedHashMap<>();
        carried.put("measurements", RecordKind.MEASUREMENT);
        carried.put("assessments", RecordKind.ASSESSMENT);
        carried.put("treatments", RecordKind.TREATMENT);
        carried.put("fractures", RecordKind.FRACTURE);
        carried.put("adverseEvents", RecordKind.ADVERSE_EVENT);
        carried.put("clinicalEvents", RecordKind.CLINICAL_EVENT);
        carried.put("medications", RecordKind.MEDICATION);
        carried.put("imaging", RecordKind.IMAGING);
        carried.put("followUpStatus", RecordKind.FOLLOW_UP);
        return carried;
    }
}
