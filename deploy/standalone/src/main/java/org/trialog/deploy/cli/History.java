package org.trialog.deploy.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: the facts of a study or a subject, oldest first, at any moment. Streams: of any length. */
@Command(
        name = "history",
        description = "The events of a study or a subject, oldest first.",
        mixinStandardHelpOptions = true)
final class History implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "position",
            "recordedAt",
            "type",
            "revision",
            "study",
            "subject",
            "actor",
            "role",
            "site",
            "source",
            "reason",
            "data");

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--subject", paramLabel = "S")
    private @Nullable String subject;

    @Option(names = "--as-known-at", paramLabel = "T", description = "an instant, a day, or a position")
    private @Nullable String asKnownAt;

    @Override
    public Integer call() throws Exception {
        StudyId ofStudy = Arguments.study(study);
        SubjectId ofSubject = subject == null ? null : Arguments.subject(subject);
        return target.with(client -> {
            String path = "/api/studies/" + ofStudy + (ofSubject == null ? "" : "/subjects/" + ofSubject) + "/history";
            Map<String, String> query = new LinkedHashMap<>();
            if (asKnownAt != null) {
                query.put("asKnownAt", asKnownAt);
            }
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(client.get(path, "application/x-ndjson", query), StandardCharsets.UTF_8))) {
                print(lines, Arguments.out());
            }
            return 0;
        });
    }

    private void print(BufferedReader lines, PrintStream out) throws java.io.IOException {
        Rows rows = new Rows(target.format(), COLUMNS, out);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (target.format() == Format.JSON) {
                out.println(line);
            } else {
                rows.print(FactJson.mapper().readTree(line));
            }
        }
        out.flush();
    }
}
