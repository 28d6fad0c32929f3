package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.query.problem.Problem;
import org.trialog.query.receipt.Verification;

/** Holds receipts and published figures against the history. */
@RestController
@Tag(name = "receipts")
final class ReceiptQueries {

    private final Reading reading;
    private final Verification verification;

    ReceiptQueries(Reading reading, Verification verification) {
        this.reading = reading;
        this.verification = verification;
    }

    @Operation(
            summary = "Computes figures again from receipts: equal, or where they differ. JSON, one or many",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "application/json", schema = @Schema(description = "JSON"))))
    @PostMapping("/api/receipts/verification")
    ResponseEntity<byte[]> verify(
            @RequestBody byte[] receipts, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        Viewer viewer = Viewers.current();
        if (!viewer.seesAll()) {
            throw Problem.forbidden("Receipts are verified by those who see the whole study.");
        }
        return Body.lines(List.copyOf(verification.verify(receipts, reading::exists)), accept);
    }
}
