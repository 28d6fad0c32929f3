package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.value.StudyId;
import org.trialog.query.figure.Figures;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.problem.Problem;

/** The outcomes of a study. A figure is over the whole study: who sees a part of its subjects only cannot ask for one. */
@RestController
@Tag(name = "outcomes")
@RequestMapping("/api/studies/{study}/outcomes")
final class OutcomeQueries {

    private final Reading reading;
    private final Figures figures;

    OutcomeQueries(Reading reading, Figures figures) {
        this.reading = reading;
        this.figures = figures;
    }

    @Operation(summary = "Every outcome of the study, a figure each")
    @GetMapping
    ResponseEntity<byte[]> all(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(defaultValue = "false") boolean headline,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        StudyId id = allowed(study, after);
        return Body.figures(figures.all(id, asked(asKnownAt, cutoff, by), headline), accept);
    }

    /** Tries a definition that is not published; the body is one entry of {@code outcomes} in YAML. */
    @Operation(summary = "Tries a definition that is not published: one entry of outcomes in YAML")
    @PostMapping
    ResponseEntity<byte[]> hypothetical(
            @PathVariable String study,
            @RequestBody byte[] definition,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String by) {
        StudyId id = allowed(study, null);
        OutcomeDefinition read = ProtocolFile.readOutcome("definition", definition);
        return Body.json(figures.hypothetical(id, read, asked(asKnownAt, cutoff, by)));
    }

    @Operation(summary = "An outcome")
    @GetMapping("/{outcome}")
    ResponseEntity<byte[]> one(
            @PathVariable String study,
            @PathVariable String outcome,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String after) {
        StudyId id = allowed(study, after);
        return Body.json(figures.published(id, outcome, asked(asKnownAt, cutoff, by)));
    }

    @Operation(summary = "An outcome as a picture; a figure names the plots that it has, the usual one first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @GetMapping("/{outcome}/plot")
    ResponseEntity<byte[]> plot(
            @PathVariable String study,
            @PathVariable String outcome,
            @RequestParam(required = false) @Nullable String plot,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String after) {
        StudyId id = allowed(study, after);
        return Body.svg(figures.picture(id, outcome, blankless(plot), asked(asKnownAt, cutoff, by)));
    }

    @Operation(summary = "A definition that is not published as a picture: one entry of outcomes in YAML")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @PostMapping("/plot")
    ResponseEntity<byte[]> hypotheticalPlot(
            @PathVariable String study,
            @RequestBody byte[] definition,
            @RequestParam(required = false) @Nullable String plot,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String by) {
        StudyId id = allowed(study, null);
        OutcomeDefinition read = ProtocolFile.readOutcome("definition", definition);
        return Body.svg(figures.hypotheticalPicture(id, read, blankless(plot), asked(asKnownAt, cutoff, by)));
    }

    private StudyId allowed(String study, @Nullable String after) {
        Viewer viewer = Viewers.current();
        StudyId id = reading.study(viewer, study);
        if (!viewer.seesAll()) {
            throw Problem.forbidden("Outcomes are for those who see the whole study.");
        }
        reading.await(after);
        return id;
    }

    private static Figures.Asked asked(@Nullable String asKnownAt, @Nullable String cutoff, @Nullable String by) {
        return new Figures.Asked(
                AsKnownAt.of(asKnownAt), blankless(by), cutoff == null || cutoff.isBlank() ? null : day(cutoff));
    }

    private static @Nullable String blankless(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }

    private static LocalDate day(String cutoff) {
        try {
            return LocalDate.parse(cutoff.strip());
        } catch (DateTimeException malformed) {
            throw Problem.malformed("cutoff", "cutoff-malformed", "The cut-off is a day that exists: 2026-11-20.");
        }
    }
}
