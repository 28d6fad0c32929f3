package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.protocol.ProtocolProblem;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code study}: registering studies and publishing amendments. */
@Command(name = "study", description = "Studies and their protocols.", mixinStandardHelpOptions = true)
final class StudyCommands implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say what to do: study publish FILE.yaml, or study aggregates FILE.csv");
        }
    }

    @Command(
            name = "publish",
            description = "Register a study, or publish an amendment of its protocol.",
            mixinStandardHelpOptions = true)
    int publish(@Mixin Target at, @Parameters(paramLabel = "FILE.yaml") Path file) throws Exception {
        byte[] yaml;
        try {
            yaml = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new Failure("no-such-file", "There is no file " + file + ".");
        }
        try {
            ProtocolFile.read(file.toString(), yaml);
        } catch (ProtocolProblem problem) {
            throw new Failure(problem.code(), String.valueOf(problem.getMessage()));
        }
        return at.with(client -> {
            try (InputStream answer = client.post(
                    "/api/studies",
                    "application/yaml",
                    "application/json",
                    Map.of(),
                    BodyPublishers.ofByteArray(yaml))) {
                JsonNode accepted = FactJson.mapper().readTree(answer);
                new Rows(at.format(), List.of("id", "version", "recordedAt"), Arguments.out()).show(accepted);
            }
            return 0;
        });
    }

    @Command(
            name = "aggregates",
            description = {
                "Register a CSV file of published results, for pooling: all of it, or nothing.",
                "Columns (* must be there): trial*, group*, control* (true or false), measure*, at* (P6M), n*, unit"
                    + " (subject or knee); mean and standardDeviation, or median, lowerQuartile and upperQuartile, or"
                    + " events and personYears, or events of n; scores (final or change), scale, cellSource, origin"
                    + " (autologous or allogeneic), injections, remark, source*."
            },
            mixinStandardHelpOptions = true)
    int aggregates(
            @Mixin Target at,
            @Parameters(paramLabel = "FILE.csv") Path file,
            @Option(names = "--study", required = true, paramLabel = "ID") String study)
            throws Exception {
        StudyId of = Arguments.study(study);
        byte[] csv;
        try {
            csv = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new Failure("no-such-file", "There is no file " + file + ".");
        }
        String name = file.getFileName().toString();
        return at.with(client -> {
            try (InputStream answer = client.post(
                    "/api/studies/" + of + "/aggregates",
                    "text/csv",
                    "application/json",
                    Map.of("file", name),
                    BodyPublishers.ofByteArray(csv))) {
                ObjectNode accepted = (ObjectNode) FactJson.mapper().readTree(answer);
                accepted.put("file", name);
                accepted.put("registered", accepted.path("records").size());
                new Rows(at.format(), List.of("file", "registered", "recordedAt"), Arguments.out()).show(accepted);
            }
            return 0;
        });
    }
}
