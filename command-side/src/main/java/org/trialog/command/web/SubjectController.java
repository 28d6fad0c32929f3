package org.trialog.command.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.problem.Problem;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** What happens to a subject, as orders over HTTP. Every kind of record has the same three: make, correct, retract. */
@RestController
@Tag(name = "subjects")
@RequestMapping("/api/studies/{study}/subjects")
class SubjectController {

    private final Desk desk;

    SubjectController(Desk desk) {
        this.desk = desk;
    }

    /** Screens a new subject: {@code {"subject", "site", "date"}}. */
    @Operation(summary = "Screens a new subject")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> screen(@PathVariable StudyId study, Sent sent) {
        ObjectNode record = Reading.object(sent.body());
        SubjectId subject = Reading.id(required(record, "subject"), "subject", SubjectId::new);
        SiteId site = Reading.id(required(record, "site"), "site", SiteId::new);
        record.remove("subject");
        return desk.act(study, subject, site, sent, reading -> reading.make(RecordKind.SCREENING, record, ""));
    }

    /** Makes a record of the kind that the path names; a visit may carry everything seen at it. */
    @PostMapping(path = "/{subject}/{kind}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> make(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable SiteId site,
            Sent sent) {
        RecordKind made = kind(kind);
        ObjectNode record = Reading.object(sent.body());
        return made == RecordKind.VISIT
                ? desk.visit(study, subject, site, sent, reading -> reading.visit(record))
                : desk.act(study, subject, site, sent, reading -> reading.make(made, record, ""));
    }

    /** Says more of a record: confirms or refutes a fracture, follows up an adverse event, withdraws a consent. */
    @PostMapping(path = "/{subject}/{kind}/{id}/{step}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> supplement(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable String kind,
            @PathVariable RecordId id,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable SiteId site,
            Sent sent) {
        RecordKind supplement = supplement(kind(kind), step);
        ObjectNode record = Reading.object(sent.body());
        return desk.act(study, subject, site, sent, reading -> reading.supplement(supplement, id, record));
    }

    /** Corrects a record: {@code {"reason", "words", "record"}}. */
    @PostMapping(path = "/{subject}/{kind}/{id}/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> correct(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable String kind,
            @PathVariable RecordId id,
            @RequestParam(required = false) @Nullable SiteId site,
            Sent sent) {
        RecordKind corrected = kind(kind);
        ObjectNode correction = Reading.object(sent.body());
        return desk.act(study, subject, site, sent, reading -> reading.correction(corrected, id, correction));
    }

    /** Retracts a record: {@code {"reason", "words"}}. */
    @PostMapping(path = "/{subject}/{kind}/{id}/retraction", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> retract(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable String kind,
            @PathVariable RecordId id,
            @RequestParam(required = false) @Nullable SiteId site,
            Sent sent) {
        if (!id.value().matches(kind(kind).token() + "-\\d+")) {
            throw Problem.unknown("record", id.value());
        }
        ObjectNode retraction = Reading.object(sent.body());
        return desk.act(study, subject, site, sent, reading -> reading.retraction(id, retraction));
    }

    static RecordKind kind(String path) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind.path().equals(path) && kind != RecordKind.SCREENING)
                .findFirst()
                .orElseThrow(() -> Problem.unknown("kind", path));
    }

    private static RecordKind supplement(RecordKind of, String step) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind.supplemented().filter(of::equals).isPresent()
                        && kind.step().filter(step::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.unknown("address", step));
    }

    private static String required(ObjectNode body, String field) {
        if (body.get(field) == null) {
            throw Problem.malformed("missing-field", "'" + field + "' is mandatory.", List.of(field));
        }
        return PersonalFields.text(body.get(field), field);
    }
}
