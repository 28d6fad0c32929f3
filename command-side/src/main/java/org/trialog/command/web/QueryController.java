package org.trialog.command.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.door.Account;
import org.trialog.command.order.Act;
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
    ResponseEntity<byte[]> open(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return desk.send(
                study,
                subject,
                null,
                account,
                request,
                body,
                reading -> List.<Act>of(reading.query(Reading.object(body))),
                false);
    }

    /** Answers a query: {@code {"words"}}. */
    @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> answer(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable RecordId id,
            @RequestParam(required = false) @Nullable SiteId site,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return desk.send(
                study,
                subject,
                site,
                account,
                request,
                body,
                reading -> List.<Act>of(reading.answer(id, Reading.object(body))),
                false);
    }

    /** Closes a query: {@code {"words"}}, or an empty object where the answer says all. */
    @PostMapping(path = "/{id}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> close(
            @PathVariable StudyId study,
            @PathVariable SubjectId subject,
            @PathVariable RecordId id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return desk.send(
                study,
                subject,
                null,
                account,
                request,
                body,
                reading -> List.<Act>of(reading.closure(id, Reading.object(body))),
                false);
    }
}
