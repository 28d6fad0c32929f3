package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.overview.Overview;
import org.trialog.query.overview.OverviewJson;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.web.Reading.Put;

/** What stands around the figures of a study, over the subjects that the caller may see. */
@RestController
@Tag(name = "outcomes")
@RequestMapping("/api/studies/{study}/overview")
final class OverviewQueries {

    private final Reading reading;

    OverviewQueries(Reading reading) {
        this.reading = reading;
    }

    @Operation(
            summary = "Participant flow, baseline table, exposure, completeness of visits and fracture rate by age,"
                    + " of the subjects that the caller sees")
    @GetMapping
    ResponseEntity<byte[]> overview(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String after) {
        LocalDate given = AskedFigure.day("cutoff", cutoff);
        Known known = reading.study(Viewers.current(), study, new Put(asKnownAt, after));
        Protocol protocol = known.study()
                .protocol()
                .orElseThrow(() -> Problem.unknown(
                        "protocol-unknown", "At that moment the study '%s' had no protocol.".formatted(study)));
        LocalDate last = given == null ? known.moment().cutoff(protocol.zone()) : given;
        return Body.json(OverviewJson.write(
                Overview.of(protocol, known.subjects(), known.study().batches(), last), known.moment(), last));
    }
}
