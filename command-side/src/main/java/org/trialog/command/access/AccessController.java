package org.trialog.command.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.trialog.command.problem.Problem;
import org.trialog.events.wire.CsvCell;
import org.trialog.events.wire.FactJson;

/**
 * The access log, newest first. Asked for {@code application/x-ndjson} or {@code text/csv}, it streams whole; otherwise it
 * comes in pages, each a JSON array whose {@code Link} header leads to the next.
 */
@RestController
@Tag(name = "access log")
final class AccessController {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final int STREAMED_AT_ONCE = 1_000;
    private static final List<String> COLUMNS =
            Stream.concat(Stream.of("id"), AccessTable.COLUMNS.stream()).toList();

    private final AccessLog log;
    private final AccessTable table;

    AccessController(AccessLog log, AccessTable table) {
        this.log = log;
        this.table = table;
    }

    @Operation(summary = "The access log, newest first; pages, or all of it as application/x-ndjson or text/csv")
    @GetMapping("/api/access-log")
    void read(AccessWanted wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        wanted.check();
        if (!log.settled()) {
            throw new Problem(
                            503,
                            "access-log-behind",
                            "The access log is behind with writing. Ask again in a moment.",
                            null,
                            List.of())
                    .retryAfter(Duration.ofSeconds(1));
        }
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (accept.contains(LINES)) {
            response.setContentType(LINES);
            PrintWriter body = response.getWriter();
            all(wanted, entry -> body.append(entry.toString()).append('\n'), body::checkError);
        } else if (accept.contains(CSV)) {
            response.setContentType(CSV);
            PrintWriter body = response.getWriter();
            CsvWriter csv = CsvWriter.builder().bufferSize(0).build(body);
            csv.writeRecord(COLUMNS);
            all(wanted, entry -> csv.writeRecord(cells(entry)), body::checkError);
        } else {
            page(wanted, request, response);
        }
    }

    private void page(AccessWanted wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int most = wanted.most();
        List<ObjectNode> entries = table.page(wanted, wanted.olderThan(), most);
        if (entries.size() == most) {
            response.setHeader(
                    HttpHeaders.LINK,
                    "<%s>; rel=\"next\""
                            .formatted(next(request, entries.getLast().get("id").longValue())));
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        ArrayNode array = FactJson.mapper().createArrayNode().addAll(entries);
        response.getWriter().write(array.toString());
    }

    /** Page by page: no transaction and no more memory for a longer log. A reader who has gone away ends it. */
    private void all(AccessWanted wanted, Consumer<ObjectNode> writing, BooleanSupplier gone) throws IOException {
        long before = wanted.olderThan();
        List<ObjectNode> entries;
        do {
            entries = table.page(wanted, before, STREAMED_AT_ONCE);
            entries.forEach(writing);
            if (!entries.isEmpty()) {
                before = entries.getLast().get("id").longValue();
            }
            if (gone.getAsBoolean()) {
                throw new IOException("the reader of the access log has gone away");
            }
        } while (entries.size() == STREAMED_AT_ONCE);
    }

    private static List<String> cells(ObjectNode entry) {
        return COLUMNS.stream()
                .map(column -> CsvCell.harmless(entry.path(column).asText()))
                .toList();
    }

    private static String next(HttpServletRequest request, long last) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("before", last)
                .build()
                .toUriString();
    }
}
