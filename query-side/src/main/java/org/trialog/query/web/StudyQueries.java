package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.query.web.Reading.Put;

/** The studies, and of each its protocols, sites and batches. */
@RestController
@Tag(name = "studies")
@RequestMapping("/api/studies")
final class StudyQueries {

    private final Reading reading;

    StudyQueries(Reading reading) {
        this.reading = reading;
    }

    @Operation(summary = "The studies that the caller may see")
    @GetMapping
    ResponseEntity<byte[]> studies(
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(reading.studies(Viewers.current(), new Put(asKnownAt, after)).stream()
                .map(StudyLine::of)
                .toList());
    }

    @Operation(summary = "A study")
    @GetMapping("/{study}")
    ResponseEntity<byte[]> study(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(StudyLine.of(reading.studyOnly(Viewers.current(), study, new Put(asKnownAt, after))));
    }

    /** Every version published, oldest first, whole. */
    @Operation(summary = "Its protocol versions, oldest first, whole")
    @GetMapping("/{study}/protocols")
    ResponseEntity<byte[]> protocols(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(reading.studyOnly(Viewers.current(), study, new Put(asKnownAt, after))
                .study()
                .protocols());
    }

    @Operation(summary = "Its sites, whether they are closed, and the protocol versions that they go by")
    @GetMapping("/{study}/sites")
    ResponseEntity<byte[]> sites(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(reading.studyOnly(Viewers.current(), study, new Put(asKnownAt, after))
                .study()
                .sites());
    }

    @Operation(summary = "Its batches: donor, release, quarantine, rejection, recall")
    @GetMapping("/{study}/batches")
    ResponseEntity<byte[]> batches(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(reading.studyOnly(Viewers.current(), study, new Put(asKnownAt, after))
                .study()
                .batches());
    }
}
