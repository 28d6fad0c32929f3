package org.trialog.command.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.trialog.command.door.Senders;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Order;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.problem.Problem;
import org.trialog.events.Provenance;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/** Sends what a request ordered, and writes the answer. */
final class Desk {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private static final int LONGEST_KEY = 200;

    private final Orders orders;
    private final SubjectKeys keys;
    private final Clock clock;

    Desk(Orders orders, SubjectKeys keys, Clock clock) {
        this.orders = orders;
        this.keys = keys;
        this.clock = clock;
    }

    /** An order to a study or a batch. */
    ResponseEntity<byte[]> send(Order order, Sent sent) {
        return carryOut(order, Senders.of(sent.account(), sent.request()), sent);
    }

    /** The same, read from the request ({@link #read}). */
    ResponseEntity<byte[]> send(Class<? extends Order> form, Map<String, ?> address, Sent sent) {
        return send(read(form, address, sent), sent);
    }

    /**
     * The order that a request brings: its body is the order without what the address says.
     *
     * @param address the order's fields in it, by name
     */
    <T extends Order> T read(Class<T> form, Map<String, ?> address, Sent sent) {
        ObjectNode body = Reading.object(sent.body());
        address.forEach((field, value) -> {
            if (body.has(field)) {
                throw Problem.malformed(
                        "field-unknown", "The address says '%s' already.".formatted(field), List.of(field));
            }
            body.put(field, value.toString());
        });
        return Reading.value(body, form, "");
    }

    /**
     * One act on a subject, with the version that the sender saw ({@code If-Match}).
     *
     * @param act read from the request
     */
    ResponseEntity<byte[]> act(
            StudyId study, SubjectId subject, @Nullable SiteId site, Sent sent, Function<RecordBody, Act> act) {
        return send(study, subject, site, sent, reading -> List.of(act.apply(reading)), false);
    }

    /** A visit with everything seen at it: likewise. */
    ResponseEntity<byte[]> visit(
            StudyId study, SubjectId subject, @Nullable SiteId site, Sent sent, Function<RecordBody, List<Act>> acts) {
        return send(study, subject, site, sent, acts, true);
    }

    private ResponseEntity<byte[]> send(
            StudyId study,
            SubjectId subject,
            @Nullable SiteId site,
            Sent sent,
            Function<RecordBody, List<Act>> acts,
            boolean oneVisit) {
        Sender sender = Senders.toSubject(site, study, sent.account(), sent.request());
        RecordBody reading = reading(study, subject);
        List<Act> read = acts.apply(reading);
        SubjectOrder order = new SubjectOrder(
                study,
                subject,
                read,
                Strictness.LIVE,
                oneVisit,
                expectedVersion(sent.request()),
                reading.sealing().keys());
        return carryOut(order, sender, sent);
    }

    /** What reads records of a subject, on the day it is. */
    RecordBody reading(StudyId study, SubjectId subject) {
        return new RecordBody(keys.sealing(study, subject), LocalDate.now(clock));
    }

    /**
     * One of many orders of a request.
     *
     * @param part which: the request's idempotency key covers each of them
     */
    Acceptance carryOut(SubjectOrder order, int part, Sent sent) {
        Sender sender = Senders.toSubject(null, order.study(), sent.account(), sent.request());
        @Nullable Idempotency whole = idempotency(sender, sent);
        return orders.carryOut(
                order,
                sender,
                whole == null
                        ? null
                        : new Idempotency(whole.account(), whole.path(), whole.key() + "#" + part, whole.digest()));
    }

    private ResponseEntity<byte[]> carryOut(Order order, Sender sender, Sent sent) {
        return answer(orders.carryOut(order, sender, idempotency(sender, sent)));
    }

    private static @Nullable Idempotency idempotency(Sender sender, Sent sent) {
        String key = sent.request().getHeader("Idempotency-Key");
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.malformed(
                    "idempotency-key", "An Idempotency-Key has 1 to 200 characters.", List.of("Idempotency-Key"));
        }
        return new Idempotency(sender.actor(), sent.request().getRequestURI(), key, digest(sent.body()));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match == null) {
            return null;
        }
        Matcher version = VERSION.matcher(match.strip());
        if (!version.matches()) {
            throw Problem.malformed(
                    "if-match", "If-Match holds the subject's version, as in \"12\".", List.of("If-Match"));
        }
        return Long.valueOf(version.group(1));
    }

    private static ResponseEntity<byte[]> answer(Acceptance accepted) {
        ObjectNode body = FactJson.mapper().createObjectNode();
        ArrayNode records = FactJson.mapper().createArrayNode();
        accepted.records().forEach(record -> records.addObject()
                .put("kind", record.kind())
                .put("id", record.id().value()));
        body.put(
                "id",
                accepted.records().isEmpty()
                        ? ""
                        : accepted.records().getFirst().id().value());
        body.put("version", accepted.version());
        body.put("recordedAt", Provenance.INSTANT.format(accepted.recordedAt()));
        body.put("after", accepted.command());
        body.set("records", records);
        return ResponseEntity.status(201)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + accepted.version() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
