package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: hands a folder of files to the server, follows the work, and prints how it reconciles. */
@Command(
        name = "import",
        description = "Import a study's data; every row is accounted for.",
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {

    private static final long POLL_MILLISECONDS = 50;

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--from", required = true, paramLabel = "FORMAT", description = "sdtm")
    private String from = "sdtm";

    @Parameters(paramLabel = "PATH", description = "the folder with one file a domain")
    private Path path = Path.of(".");

    @Option(names = "--dry-run", description = "decide every row, record nothing")
    private boolean dryRun;

    @Option(names = "--encoding", paramLabel = "CHARSET", defaultValue = "UTF-8")
    private String encoding = "UTF-8";

    @Option(
            names = "--follow-up-through",
            paramLabel = "WHAT",
            defaultValue = "RFENDTC",
            description = "RFENDTC, RFPENDTC, disposition or last-visit: until when follow-up counts as confirmed")
    private String followUpThrough = "RFENDTC";

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "time zone of the sites")
    private String zone = "UTC";

    @Override
    public Integer call() throws Exception {
        String ofStudy = Arguments.study(study).value();
        if (!from.equals("sdtm")) {
            throw new Failure("format-not-available", "--from " + from + " is not available: this build imports sdtm.");
        }
        if (!Files.isDirectory(path)) {
            throw new Failure("not-a-folder", path + " is not a folder with one file a domain.");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("study", ofStudy);
        query.put("from", from);
        query.put("dryRun", Boolean.toString(dryRun));
        query.put("encoding", encoding);
        query.put("followUpThrough", followUpThrough);
        query.put("zone", zone);
        Path packed = Files.createTempFile("trialog-import", ".zip");
        try {
            pack(packed);
            return target.with(client -> follow(client, packed, query));
        } finally {
            Files.delete(packed);
        }
    }

    private int follow(Client client, Path packed, Map<String, String> query) throws Exception {
        JsonNode job;
        try (InputStream answer = client.post(
                "/api/imports", "application/zip", "application/json", query, BodyPublishers.ofFile(packed))) {
            job = FactJson.mapper().readTree(answer);
        }
        String address = "/api/imports/" + job.get("id").textValue();
        long shown = -1;
        while (true) {
            try (InputStream answer = client.get(address, "application/json", Map.of())) {
                job = FactJson.mapper().readTree(answer);
            }
            long done = job.path("done").asLong();
            if (done != shown) {
                System.err.printf("\r%d of %d subjects", done, job.path("total").asLong());
                shown = done;
            }
            if (!job.path("state").asText().equals("running")) {
                System.err.println();
                return finish(job);
            }
            Thread.sleep(POLL_MILLISECONDS);
        }
    }

    private int finish(JsonNode job) {
        if (job.path("state").asText().equals("failed")) {
            throw new Failure(
                    job.path("problem").path("code").asText(),
                    job.path("problem").path("detail").asText());
        }
        job.path("warnings").forEach(warning -> System.err.println("! " + warning.asText()));
        JsonNode report = job.path("report");
        PrintStream out = Arguments.out();
        if (target.format() == Format.JSON) {
            out.println(report);
        } else {
            Rows rows = new Rows(
                    target.format(), List.of("domain", "in", "accepted", "duplicate", "rejected", "flagged"), out);
            report.path("domains").properties().forEach(domain -> {
                var row = (com.fasterxml.jackson.databind.node.ObjectNode)
                        domain.getValue().deepCopy();
                rows.print(row.put("domain", domain.getKey()));
            });
        }
        out.flush();
        System.err.printf(
                "%d rows in %.2f s: %.0f rows a second%n",
                job.path("rows").asLong(),
                job.path("seconds").asDouble(),
                job.path("rowsPerSecond").asDouble());
        return 0;
    }

    private void pack(Path packed) throws IOException {
        try (OutputStream out = Files.newOutputStream(packed);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.list(path)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
