package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.record.Query;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.web.Reading.Put;

/** The queries that people and rules opened. */
@RestController
@Tag(name = "queries")
@RequestMapping("/api/studies/{study}")
final class QuestionQueries {

    private final Reading reading;

    QuestionQueries(Reading reading) {
        this.reading = reading;
    }

    @Operation(summary = "Queries of people and of rules; state is open, answered or closed, all if absent")
    @GetMapping("/queries")
    ResponseEntity<byte[]> ofStudy(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Query.State wanted = state(state);
        Viewer viewer = Viewers.current();
        Known known = reading.study(viewer, study, new Put(asKnownAt, after));
        return Body.of(
                known.subjects().stream()
                        .flatMap(QueryLine::of)
                        .filter(line -> wanted == null || line.state() == wanted)
                        .toList(),
                reading.showing(viewer, known.study().study()));
    }

    @Operation(summary = "The queries of a subject")
    @GetMapping("/subjects/{subject}/queries")
    ResponseEntity<byte[]> ofSubject(
            @PathVariable String study,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String asKnownAt,
            @RequestParam(required = false) @Nullable String after) {
        Query.State wanted = state(state);
        Viewer viewer = Viewers.current();
        SubjectRecord record = reading.subject(viewer, study, subject, new Put(asKnownAt, after));
        return Body.of(
                QueryLine.of(record)
                        .filter(line -> wanted == null || line.state() == wanted)
                        .toList(),
                reading.showing(viewer, record.study()));
    }

    private static Query.@Nullable State state(@Nullable String token) {
        if (token == null) {
            return null;
        }
        for (Query.State state : Query.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(token)) {
                return state;
            }
        }
        throw Problem.malformed("state", "state-unknown", "'state' is open, answered or closed.");
    }
}
