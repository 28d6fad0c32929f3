package org.trialog.command.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.RaceLost;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/**
 * The same on many subjects' queries at once. Each subject is an order of its own: what one refuses does not hold up the
 * others, and the answer says of each what became of it.
 */
@RestController
@Tag(name = "queries")
@RequestMapping("/api/studies/{study}/queries")
class QueriesInBulk {

    static final int MOST = 500;

    private final Desk desk;

    QueriesInBulk(Desk desk) {
        this.desk = desk;
    }

    /** Opens one query each: {@code {"queries": [{"subject", "about", "field"}], "words"}}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> open(@PathVariable StudyId study, Sent sent) {
        return each(study, sent, RecordBody::query);
    }

    /** Answers each: {@code {"queries": [{"subject", "query"}], "words"}}. */
    @PostMapping(path = "/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> answer(@PathVariable StudyId study, Sent sent) {
        return each(study, sent, (reading, one) -> reading.answer(query(one), one));
    }

    /** Closes each: {@code {"queries": [{"subject", "query"}], "words"}}. */
    @PostMapping(path = "/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> close(@PathVariable StudyId study, Sent sent) {
        return each(study, sent, (reading, one) -> reading.closure(query(one), one));
    }

    /** All are read before the first is sent: one that cannot be read refuses the whole request. */
    private ResponseEntity<byte[]> each(StudyId study, Sent sent, BiFunction<RecordBody, ObjectNode, Act> act) {
        List<SubjectOrder> orders = read(study, sent, act);
        ObjectNode answer = FactJson.mapper().createObjectNode();
        ArrayNode results = answer.putArray("results");
        for (int i = 0; i < orders.size(); i++) {
            results.add(result(orders.get(i), i, sent));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<SubjectOrder> read(StudyId study, Sent sent, BiFunction<RecordBody, ObjectNode, Act> act) {
        ObjectNode given = Reading.object(sent.body());
        JsonNode words = given.get("words");
        if (!(given.get("queries") instanceof ArrayNode queries) || queries.isEmpty() || queries.size() > MOST) {
            throw Problem.malformed("not-a-list", "'queries' lists 1 to " + MOST + " of them.", List.of("queries"));
        }
        List<SubjectOrder> orders = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            if (!(queries.get(i) instanceof ObjectNode one)) {
                throw Problem.malformed("not-an-object", "A query is an object.", List.of("queries[" + i + "]"));
            }
            if (words != null) {
                one.set("words", words);
            }
            SubjectId subject = Reading.id(text(one, "subject"), "subject", SubjectId::new);
            RecordBody reading = desk.reading(study, subject);
            orders.add(SubjectOrder.of(study, subject, act.apply(reading, one))
                    .with(reading.sealing().keys()));
        }
        return orders;
    }

    private ObjectNode result(SubjectOrder order, int part, Sent sent) {
        ObjectNode result = FactJson.mapper()
                .createObjectNode()
                .put("subject", order.subject().value());
        try {
            Acceptance accepted = desk.carryOut(order, part, sent);
            return result.put("id", accepted.records().getFirst().id().value())
                    .put("version", accepted.version())
                    .put("after", accepted.command());
        } catch (OrderRefused refused) {
            return result.put("code", refused.rejection().code())
                    .put("detail", refused.rejection().sentence());
        } catch (RaceLost lost) {
            return result.put("code", RaceLost.CODE)
                    .put("detail", "Somebody else was writing to the same records: send it again.");
        }
    }

    private static RecordId query(ObjectNode one) {
        return Reading.id(text(one, "query"), "query", RecordId::new);
    }

    private static String text(ObjectNode one, String field) {
        JsonNode value = one.remove(field);
        if (value == null) {
            throw Problem.malformed("missing-field", "'" + field + "' is mandatory.", List.of(field));
        }
        return PersonalFields.text(value, field);
    }
}
