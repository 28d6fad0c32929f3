package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            throw new ParameterException(spec.commandLine(), "say what to do: study publish FILE.yaml");
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
}
