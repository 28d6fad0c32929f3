package org.trialog.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.Slice;
import org.trialog.query.moment.HistoryLines;
import org.trialog.query.moment.HistoryLines.Wanted;
import org.trialog.query.personal.Showing;
import org.trialog.query.personal.ShownLines;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.web.Reading.Put;

/**
 * The history of a study or a subject, oldest first. Asked for {@code application/x-ndjson}, it streams whole, one fact a
 * line; otherwise it comes in pages, each a JSON array whose {@code Link} header leads to the next.
 */
@RestController
@Tag(name = "history")
@RequestMapping("/api/studies/{study}")
final class HistoryQueries {

    private static final String LINES = "application/x-ndjson";

    private final Reading reading;
    private final HistoryLines lines;

    HistoryQueries(Reading reading, HistoryLines lines) {
        this.reading = reading;
        this.lines = lines;
    }

    @Operation(summary = "The history of a study, oldest first; pages, or all of it as application/x-ndjson")
    @GetMapping("/history")
    void ofStudy(
            @PathVariable String study,
            Filter filter,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Viewer viewer = Viewers.current();
        StudyId id = reading.study(viewer, study);
        reading.await(after);
        Set<SubjectId> seen = viewer.seesAll() ? Set.of() : reading.seen(viewer, id);
        answer(
                filter.wanted(id, null),
                entry -> viewer.seesAll() || isSeen(entry, seen),
                filter.most(),
                reading.showing(viewer, id),
                request,
                response);
    }

    @Operation(summary = "The history of a subject, oldest first")
    @GetMapping("/subjects/{subject}/history")
    void ofSubject(
            @PathVariable String study,
            @PathVariable String subject,
            Filter filter,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Viewer viewer = Viewers.current();
        SubjectRecord known = reading.subject(viewer, study, subject, new Put(null, after));
        answer(
                filter.wanted(known.study(), known.subject()),
                entry -> true,
                filter.most(),
                reading.showing(viewer, known.study()),
                request,
                response);
    }

    private static boolean isSeen(HistoryEntry entry, Set<SubjectId> seen) {
        SubjectId subject = entry.subject();
        return subject == null || seen.contains(subject);
    }

    private void answer(
            Wanted wanted,
            Predicate<HistoryEntry> shown,
            int most,
            Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Slice slice = lines.slice(wanted)
                .orElseThrow(() -> Reading.unknownStudy(wanted.study().value()));
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(LINES)) {
            response.setContentType(LINES);
            stream(slice, shown, showing, response.getWriter());
            return;
        }
        HistoryLines.Page page = lines.page(slice, shown, most);
        page.last()
                .ifPresent(last ->
                        response.setHeader(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(request, last))));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        PrintWriter body = response.getWriter();
        body.write("[" + String.join(",", showing.show(page.lines())) + "]");
    }

    /** Written as it is read. A reader who has gone away ends the reading. */
    private void stream(Slice slice, Predicate<HistoryEntry> shown, Showing showing, PrintWriter body)
            throws IOException {
        ShownLines shownLines = new ShownLines(showing, line -> {
            body.write(line);
            body.write('\n');
            if (body.checkError()) {
                throw new UncheckedIOException(new IOException("the reader of the history has gone away"));
            }
        });
        try {
            lines.write(slice, shown, shownLines::take);
            shownLines.finish();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static String next(HttpServletRequest request, long last) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("from", last + 1)
                .build()
                .toUriString();
    }
}
