package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code receipt}: holding published figures against the history. */
@Command(name = "receipt", description = "Receipts of figures.", mixinStandardHelpOptions = true)
final class ReceiptCommands implements Runnable {

    private static final List<String> COLUMNS = List.of(
            "study", "outcome", "version", "position", "verdict", "path", "stated", "computed", "code", "reason");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: receipt verify FILE");
        }
    }

    @Command(
            name = "verify",
            description = "Compute figures again from a file of receipts, or of figures as outcomes --format json"
                    + " printed them: equal, or where they differ.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin Target at, @Parameters(paramLabel = "FILE") Path file) throws Exception {
        byte[] receipts;
        try {
            receipts = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new Failure("no-such-file", "There is no file " + file + ".");
        }
        return at.with(client -> {
            PrintStream out = Arguments.out();
            Rows csv = new Rows(Format.CSV, COLUMNS, out);
            boolean all = true;
            try (BufferedReader verdicts = new BufferedReader(new InputStreamReader(
                    client.post(
                            "/api/receipts/verification",
                            "application/json",
                            "application/x-ndjson",
                            Map.of(),
                            BodyPublishers.ofByteArray(receipts)),
                    StandardCharsets.UTF_8))) {
                for (String line = verdicts.readLine(); line != null; line = verdicts.readLine()) {
                    JsonNode verdict = FactJson.mapper().readTree(line);
                    all &= verdict.path("verdict").asText().equals("equal");
                    switch (at.format()) {
                        case JSON -> out.println(line);
                        case CSV -> rows(verdict, csv);
                        case TABLE -> say(verdict, out);
                    }
                }
            }
            out.flush();
            return all ? 0 : 1;
        });
    }

    private static void rows(JsonNode verdict, Rows csv) {
        if (verdict.path("differences").isEmpty()) {
            csv.print(verdict);
        }
        for (JsonNode difference : verdict.path("differences")) {
            ObjectNode row = verdict.deepCopy();
            row.setAll((ObjectNode) difference.deepCopy());
            csv.print(row);
        }
    }

    private static void say(JsonNode verdict, PrintStream out) {
        out.printf(
                "%-14s  %s v%s of %s at position %s%n",
                verdict.path("verdict").asText(),
                verdict.path("outcome").asText(),
                verdict.path("version").asText(),
                verdict.path("study").asText(),
                verdict.path("position").asText());
        if (verdict.has("reason")) {
            out.println("  " + verdict.path("reason").asText());
        }
        for (JsonNode difference : verdict.path("differences")) {
            out.printf(
                    "  %s: stated %s, computed %s%n",
                    difference.path("path").asText(),
                    value(difference.path("stated")),
                    value(difference.path("computed")));
        }
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
