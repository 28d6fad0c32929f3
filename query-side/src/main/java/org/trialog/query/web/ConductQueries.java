package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.value.Role;
import org.trialog.events.value.SubjectId;
import org.trialog.query.problem.Problem;
import org.trialog.query.study.Conduct;
import org.trialog.query.web.Reading.Put;

/** How a study is run: its status, data cuts, holds of dosing, aggregate results and grants. */
@RestController
@Tag(name = "studies")
@RequestMapping("/api/studies/{study}")
final class ConductQueries {

    private final Reading reading;

    ConductQueries(Reading reading) {
        this.reading = reading;
    }

    @Operation(summary = "Every status that it had, oldest first, with its reason")
    @GetMapping("/statuses")
    ResponseEntity<byte[]> statuses(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(
                conduct(Viewers.current(), study, new Put(asKnownAt, after)).statuses());
    }

    /** A cut that names a subject is shown to who may see the subject. */
    @Operation(summary = "Its data cuts, locked and unlocked, each with the position that it is pinned to")
    @GetMapping("/locks")
    ResponseEntity<byte[]> locks(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Viewer viewer = Viewers.current();
        Conduct conduct = conduct(viewer, study, new Put(asKnownAt, after));
        Set<SubjectId> seen = viewer.seesAll() ? Set.of() : reading.seen(viewer, reading.study(viewer, study));
        return Body.of(conduct.cuts().stream()
                .filter(cut -> viewer.seesAll() || cut.subject() == null || seen.contains(cut.subject()))
                .toList());
    }

    @Operation(summary = "Results of other trials, for pooling")
    @GetMapping("/aggregates")
    ResponseEntity<byte[]> aggregates(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(
                conduct(Viewers.current(), study, new Put(asKnownAt, after)).aggregates());
    }

    @Operation(summary = "When dosing was held and resumed, and why")
    @GetMapping("/dosing-holds")
    ResponseEntity<byte[]> dosingHolds(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        return Body.of(
                conduct(Viewers.current(), study, new Put(asKnownAt, after)).holds());
    }

    @Operation(summary = "Who was let into it: for data managers and auditors")
    @GetMapping("/grants")
    ResponseEntity<byte[]> grants(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Viewer viewer = Viewers.current();
        Conduct conduct = conduct(viewer, study, new Put(asKnownAt, after));
        if (viewer.role() != Role.DATA_MANAGER && viewer.role() != Role.AUDITOR) {
            throw Problem.forbidden("Who was let into a study is shown to data managers and auditors.");
        }
        return Body.of(conduct.grants());
    }

    private Conduct conduct(Viewer viewer, String study, Put put) {
        return reading.studyOnly(viewer, study, put).study().conduct();
    }
}
