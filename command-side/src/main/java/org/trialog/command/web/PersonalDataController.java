package org.trialog.command.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.order.Act;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** What becomes of a subject's personal fields: redacted one by one, shown to nobody, never erased with the record. */
@RestController
@Tag(name = "personal data")
@RequestMapping("/api/studies/{study}/subjects/{subject}")
class PersonalDataController {

    private final Desk desk;

    PersonalDataController(Desk desk) {
        this.desk = desk;
    }

    /** Redacts a field: {@code {"record", "field", "reason", "words"}}; the words may be left out. */
    @PostMapping(path = "/redactions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> redact(@PathVariable StudyId study, @PathVariable SubjectId subject, Sent sent) {
        return act(study, subject, sent, RecordBody::redaction);
    }

    /** Asks to erase the subject's trial data; what the request says beyond that does not matter. */
    @PostMapping(path = "/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> erase(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @RequestParam(required = false) @Nullable SiteId site,
            Sent sent) {
        return desk.act(study, subject, site, sent, reading -> new Act.Erase());
    }

    /** Restricts processing: {@code {"reason", "words"}}. */
    @PostMapping(path = "/restriction", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> restrict(@PathVariable StudyId study, @PathVariable SubjectId subject, Sent sent) {
        return act(study, subject, sent, RecordBody::restriction);
    }

    /** Lifts the restriction: {@code {"reason", "words"}}. */
    @PostMapping(path = "/restriction/lifting", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> lift(@PathVariable StudyId study, @PathVariable SubjectId subject, Sent sent) {
        return act(study, subject, sent, RecordBody::lifting);
    }

    private ResponseEntity<byte[]> act(
            StudyId study, SubjectId subject, Sent sent, BiFunction<RecordBody, ObjectNode, Act> act) {
        return desk.act(study, subject, null, sent, reading -> act.apply(reading, Reading.object(sent.body())));
    }
}
