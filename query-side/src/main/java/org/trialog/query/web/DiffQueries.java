package org.trialog.query.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.difference.Diff;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.personal.Showing;
import org.trialog.query.problem.Problem;

/** Compares two moments. Written as it is found out, so that any number of facts may lie between. */
@RestController
@Tag(name = "outcomes")
@RequestMapping("/api/studies/{study}/diff")
final class DiffQueries {

    private final Reading reading;
    private final Diff diff;

    DiffQueries(Reading reading, Diff diff) {
        this.reading = reading;
        this.diff = diff;
    }

    /**
     * @param to now unless said
     * @param cutoff of both sides; {@code fromCutoff} and {@code toCutoff} of one
     * @param events lists every event between, too
     */
    @Operation(
            summary = "What became known between two moments, and which figures it moved, by which events;"
                    + " also as application/x-ndjson or text/csv")
    @GetMapping
    void between(
            @PathVariable String study,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cutoff,
            @RequestParam(required = false) @Nullable String fromCutoff,
            @RequestParam(required = false) @Nullable String toCutoff,
            @RequestParam(defaultValue = "false") boolean events,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletResponse response)
            throws IOException {
        StudyId id = reading.whole(study, after);
        if (from == null || from.isBlank()) {
            throw Problem.malformed(
                    "from", "parameter-missing", "Say from which moment: from=2026-11-20, or a position.");
        }
        LocalDate both = AskedFigure.day("cutoff", cutoff);
        LocalDate early = AskedFigure.day("fromCutoff", fromCutoff);
        LocalDate late = AskedFigure.day("toCutoff", toCutoff);
        Diff.Sides sides = diff.sides(new Diff.Asked(
                id,
                AsKnownAt.of(from),
                AsKnownAt.of(to),
                early == null ? both : early,
                late == null ? both : late,
                events));
        Showing showing = reading.showing(Viewers.current(), id);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (accept.contains(Csv.TYPE)) {
            response.setContentType(Csv.TYPE);
            DiffRows rows = new DiffRows(response.getWriter());
            diff.write(sides, line -> rows.add(shown(line, showing)));
        } else if (accept.contains(MediaType.APPLICATION_NDJSON_VALUE)) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            Lines lines = new Lines(response.getWriter(), "", "\n");
            diff.write(sides, line -> lines.accept(shown(line, showing)));
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            PrintWriter body = response.getWriter();
            body.write("[");
            Lines lines = new Lines(body, ",", "");
            diff.write(sides, line -> lines.accept(shown(line, showing)));
            body.write("]");
        }
    }

    /** Personal fields as the reader may see them. */
    private static ObjectNode shown(ObjectNode line, Showing showing) {
        try {
            return (ObjectNode) FactJson.mapper().readTree(showing.show(line.toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes each line as it comes. A reader who has gone away ends the reading. */
    private static final class Lines implements Consumer<ObjectNode> {
        private final PrintWriter body;
        private final String between;
        private final String end;
        private boolean begun;

        Lines(PrintWriter body, String between, String end) {
            this.body = body;
            this.between = between;
            this.end = end;
        }

        @Override
        public void accept(ObjectNode line) {
            body.write((begun ? between : "") + line + end);
            begun = true;
            if (body.checkError()) {
                throw new UncheckedIOException(new IOException("the reader of the difference has gone away"));
            }
        }
    }
}
