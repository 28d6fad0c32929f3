package org.trialog.command.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.door.Account;
import org.trialog.command.problem.Problem;
import org.trialog.command.sdtm.ImportOptions;
import org.trialog.command.sdtm.mapping.FollowUpThrough;
import org.trialog.events.value.StudyId;

/** Imports over HTTP: a ZIP archive of the files starts a job; the job is asked how far it is. */
@RestController
@Tag(name = "imports")
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {

    private static final int WORKERS = 2;

    private final ImportJobs jobs;

    ImportController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @Operation(summary = "Starts an import of a ZIP archive of the files")
    @PostMapping(consumes = "application/zip")
    @ResponseStatus(HttpStatus.ACCEPTED)
    byte[] start(
            @RequestParam StudyId study,
            @RequestParam String from,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "UTF-8") String encoding,
            @RequestParam(defaultValue = "RFENDTC") String followUpThrough,
            @RequestParam(defaultValue = "UTC") String zone,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request)
            throws IOException {
        if (!from.equals("sdtm")) {
            throw Problem.malformed("format-not-available", "This build imports sdtm.", List.of("from"));
        }
        ImportOptions options = new ImportOptions(
                study,
                charset(encoding),
                followUp(followUpThrough),
                zone(zone),
                dryRun,
                WORKERS,
                account.name(),
                account.role(),
                request.getHeader("Trialog-Client"),
                UUID.randomUUID().toString());
        return bytes(jobs.start(UploadedFolder.unpack(request.getInputStream()), options));
    }

    @Operation(summary = "How far an import is, and what became of its rows")
    @GetMapping("/{id}")
    ResponseEntity<byte[]> job(@PathVariable String id) {
        ImportJob job = jobs.find(id).orElseThrow(() -> Problem.unknown("import", id));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (job.isDone()) {
            // The report names every row: it is handed over, and so an export.
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("import-" + job.id() + ".json")
                            .build()
                            .toString());
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(bytes(job));
    }

    private static byte[] bytes(ImportJob job) {
        return job.json().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Problem.malformed("encoding-unknown", "There is no encoding '" + name + "'.", List.of("encoding"));
        }
    }

    private static FollowUpThrough followUp(String token) {
        try {
            return FollowUpThrough.of(token);
        } catch (IllegalArgumentException unknown) {
            throw Problem.malformed("bad-value", unknown.getMessage() + ".", List.of("followUpThrough"));
        }
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw Problem.malformed("zone-unknown", "There is no time zone '" + id + "'.", List.of("zone"));
        }
    }
}
