package org.trialog.command.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Queries about a subject's records. A rule's flag is a query, too: it is answered and closed under its own id. */
@RestController
@Tag(name = "queries")
@RequestMapping("/api/studies/{study}/subjects/{subject}/queries")
class QueryController {

    private final Desk desk;

    QueryController(Desk desk) {
        this.desk = desk;
    }

    /** Opens a query: {@code {"about", "field", "words"}}. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> open(@PathVariable StudyId study, @PathVariable SubjectId subject, Sent sent) {
        return desk.act(study, subject, null, sent, reading -> reading.query(Reading.object(sent.body())));
    }

    /** Answers a query: {@code {"words"}}. */
    @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> answer(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable RecordId id,
            @RequestParam(required = false) @Nullable SiteId site,
            Sent sent) {
        return desk.act(study, subject, site, sent, reading -> reading.answer(id, Reading.object(sent.body())));
    }

    /** Closes a query: {@code {"words"}}, or an empty object where the answer says all. */
    @PostMapping(path = "/{id}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> close(
            @PathVariable StudyId study, @PathVariable SubjectId subject, @PathVariable RecordId id, Sent sent) {
        return desk.act(study, subject, null, sent, reading -> reading.closure(id, Reading.object(sent.body())));
    }
}
