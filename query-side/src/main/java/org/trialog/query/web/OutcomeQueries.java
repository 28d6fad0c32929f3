package org.trialog.query.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.value.StudyId;
import org.trialog.query.difference.DefinitionComparison;
import org.trialog.query.figure.Computed;
import org.trialog.query.figure.Figures;
import org.trialog.query.provenance.Evidence;

/** The outcomes of a study. A figure is over the whole study: who sees a part of its subjects only cannot ask for one. */
@RestController
@Tag(name = "outcomes")
@RequestMapping("/api/studies/{study}/outcomes")
final class OutcomeQueries {

    private static final String DEFINITION = "definition";

    private final Reading reading;
    private final Figures figures;
    private final Evidence evidence;

    OutcomeQueries(Reading reading, Figures figures, Evidence evidence) {
        this.reading = reading;
        this.figures = figures;
        this.evidence = evidence;
    }

    @Operation(summary = "Every outcome of the study, a figure each; also as application/x-ndjson or text/csv")
    @GetMapping
    ResponseEntity<byte[]> all(
            @PathVariable String study,
            AskedFigure how,
            @RequestParam(defaultValue = "false") boolean headline,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = reading.whole(study, how.after());
        return Body.figures(figures.all(id, how.asked(), headline), accept);
    }

    /** Tries a definition that is not published; the body is one entry of {@code outcomes} in YAML. */
    @Operation(summary = "Tries a definition that is not published: one entry of outcomes in YAML")
    @PostMapping
    ResponseEntity<byte[]> hypothetical(
            @PathVariable String study,
            @RequestBody byte[] definition,
            AskedFigure how,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = reading.whole(study, how.after());
        return Body.figure(figures.line(tried(id, definition, how)), accept);
    }

    @Operation(summary = "An outcome, by the definition in force or an older version of it")
    @GetMapping("/{outcome}")
    ResponseEntity<byte[]> one(
            @PathVariable String study,
            @PathVariable String outcome,
            AskedFigure how,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = reading.whole(study, how.after());
        return Body.figure(figures.line(figures.published(id, outcome, version, how.asked())), accept);
    }

    @Operation(summary = "An outcome as a picture; a figure names the plots that it has, the usual one first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @GetMapping("/{outcome}/plot")
    ResponseEntity<byte[]> plot(
            @PathVariable String study,
            @PathVariable String outcome,
            AskedFigure how,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String plot) {
        StudyId id = reading.whole(study, how.after());
        return Body.svg(
                figures.picture(figures.published(id, outcome, version, how.asked()), AskedFigure.blankless(plot)));
    }

    @Operation(summary = "A definition that is not published as a picture: one entry of outcomes in YAML")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @PostMapping("/plot")
    ResponseEntity<byte[]> hypotheticalPlot(
            @PathVariable String study,
            @RequestBody byte[] definition,
            AskedFigure how,
            @RequestParam(required = false) @Nullable String plot) {
        StudyId id = reading.whole(study, how.after());
        return Body.svg(figures.picture(tried(id, definition, how), AskedFigure.blankless(plot)));
    }

    @Operation(summary = "The receipt of a figure: what it takes to compute it again, and the hash of what came out")
    @GetMapping("/{outcome}/receipt")
    ResponseEntity<byte[]> receipt(
            @PathVariable String study,
            @PathVariable String outcome,
            AskedFigure how,
            @RequestParam(required = false) @Nullable Integer version) {
        StudyId id = reading.whole(study, how.after());
        return Body.of(figures.receipt(figures.published(id, outcome, version, how.asked())));
    }

    @Operation(summary = "The subjects and events behind a figure, counted or not and why; also as text/csv")
    @GetMapping("/{outcome}/provenance")
    ResponseEntity<byte[]> provenance(
            @PathVariable String study,
            @PathVariable String outcome,
            AskedFigure how,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String subject,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = reading.whole(study, how.after());
        Computed computed = figures.published(id, outcome, version, how.asked());
        if (accept.contains(Csv.TYPE)) {
            EvidenceRows rows = new EvidenceRows();
            evidence.list(computed, group, subject, rows::add);
            return Body.csv(rows.text());
        }
        List<ObjectNode> lines = new ArrayList<>();
        evidence.list(computed, group, subject, lines::add);
        return Body.lines(lines, accept);
    }

    @Operation(summary = "Two versions of a definition: both figures, and the subjects whose outcome differs, and why")
    @GetMapping("/{outcome}/comparison")
    ResponseEntity<byte[]> comparison(
            @PathVariable String study,
            @PathVariable String outcome,
            AskedFigure how,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Integer with,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = reading.whole(study, how.after());
        return compared(
                figures.published(id, outcome, version, how.asked()),
                figures.published(id, outcome, with, how.asked()),
                accept);
    }

    @Operation(summary = "A published definition and one that is tried: one entry of outcomes in YAML")
    @PostMapping("/{outcome}/comparison")
    ResponseEntity<byte[]> comparisonWithTried(
            @PathVariable String study,
            @PathVariable String outcome,
            @RequestBody byte[] definition,
            AskedFigure how,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = reading.whole(study, how.after());
        return compared(figures.published(id, outcome, version, how.asked()), tried(id, definition, how), accept);
    }

    private Computed tried(StudyId study, byte[] definition, AskedFigure how) {
        return figures.hypothetical(study, ProtocolFile.readOutcome(DEFINITION, definition), how.asked());
    }

    private static ResponseEntity<byte[]> compared(Computed one, Computed other, String accept) {
        ObjectNode comparison = DefinitionComparison.of(one, other);
        return accept.contains(Csv.TYPE) ? Body.csv(ComparisonRows.csv(comparison)) : Body.of(comparison);
    }
}
