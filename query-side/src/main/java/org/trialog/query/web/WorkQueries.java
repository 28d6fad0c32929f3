package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.safety.Safety;
import org.trialog.query.trace.Traceability;
import org.trialog.query.web.Reading.Put;
import org.trialog.query.worklist.Worklist;

/** What is to be done, reported and traced: worked out from what is known, of the subjects that the caller may see. */
@RestController
@Tag(name = "work")
@RequestMapping("/api/studies/{study}")
final class WorkQueries {

    private final Reading reading;
    private final Today today;

    WorkQueries(Reading reading, Today today) {
        this.reading = reading;
        this.today = today;
    }

    @Operation(
            summary = "What is due for each subject on a day: visits, doses, consents, queries, observations, reports,"
                    + " later facts")
    @GetMapping("/worklist")
    ResponseEntity<byte[]> worklist(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Known known = reading.study(Viewers.current(), study, new Put(asKnownAt, after));
        return Body.of(Worklist.of(
                known.study(), known.subjects(), today.of(asOf, known.study().zone())));
    }

    @Operation(summary = "Serious adverse events and those of special interest, with their reporting clocks on a day")
    @GetMapping("/safety")
    ResponseEntity<byte[]> safety(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Known known = reading.study(Viewers.current(), study, new Put(asKnownAt, after));
        return Body.of(Safety.of(
                known.study(), known.subjects(), today.of(asOf, known.study().zone())));
    }

    /** Exactly one of the three ends is named. */
    @Operation(summary = "From a donor, a batch or a subject to all that its cells link it with")
    @GetMapping("/traceability")
    ResponseEntity<byte[]> traceability(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String donor,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Known known = reading.study(Viewers.current(), study, new Put(asKnownAt, after));
        if (Stream.of(donor, batch, subject).filter(Objects::nonNull).count() != 1) {
            throw Problem.malformed(
                    "donor", "trace-from-one", "Name exactly one of 'donor', 'batch' and 'subject' to trace from.");
        }
        if (donor != null) {
            return Body.of(Traceability.ofDonor(known.study(), known.subjects(), donor));
        }
        return batch != null
                ? Body.of(Traceability.ofBatch(known.study(), known.subjects(), batch))
                : Body.of(Traceability.ofSubject(known.study(), known.subjects(), Objects.requireNonNull(subject)));
    }
}
