package org.trialog.command.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.BatchOrder.ManufactureBatch;
import org.trialog.command.order.BatchOrder.QuarantineBatch;
import org.trialog.command.order.BatchOrder.RecallBatch;
import org.trialog.command.order.BatchOrder.RejectBatch;
import org.trialog.command.order.BatchOrder.ReleaseBatch;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StudyId;

/** Batches of a cell product, as orders over HTTP. */
@RestController
@Tag(name = "batches")
@RequestMapping(path = "/api/studies/{study}/batches", consumes = APPLICATION_JSON_VALUE)
class BatchController {

    private final Desk desk;

    BatchController(Desk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Records a manufactured batch")
    @PostMapping
    ResponseEntity<byte[]> manufacture(@PathVariable StudyId study, Sent sent) {
        return desk.send(ManufactureBatch.class, Map.of("study", study), sent);
    }

    @Operation(summary = "Releases a batch, also out of specification with its justification, or out of quarantine")
    @PostMapping("/{batch}/release")
    ResponseEntity<byte[]> release(@PathVariable StudyId study, @PathVariable BatchId batch, Sent sent) {
        return send(ReleaseBatch.class, study, batch, sent);
    }

    @Operation(summary = "Puts a batch into quarantine until it is released again")
    @PostMapping("/{batch}/quarantine")
    ResponseEntity<byte[]> quarantine(@PathVariable StudyId study, @PathVariable BatchId batch, Sent sent) {
        return send(QuarantineBatch.class, study, batch, sent);
    }

    @Operation(summary = "Rejects a batch: it is never used")
    @PostMapping("/{batch}/rejection")
    ResponseEntity<byte[]> reject(@PathVariable StudyId study, @PathVariable BatchId batch, Sent sent) {
        return send(RejectBatch.class, study, batch, sent);
    }

    @Operation(summary = "Calls a released batch back")
    @PostMapping("/{batch}/recall")
    ResponseEntity<byte[]> recall(@PathVariable StudyId study, @PathVariable BatchId batch, Sent sent) {
        return send(RecallBatch.class, study, batch, sent);
    }

    private ResponseEntity<byte[]> send(Class<? extends BatchOrder> form, StudyId study, BatchId batch, Sent sent) {
        return desk.send(form, Map.of("study", study, "batch", batch), sent);
    }
}
