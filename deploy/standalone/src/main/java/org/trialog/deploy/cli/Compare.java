package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: two definitions of an outcome over the same knowledge: whose outcome differs, and why. */
@Command(
        name = "compare",
        description = "Two definitions of an outcome: whose outcome differs, and why.",
        mixinStandardHelpOptions = true)
final class Compare implements Callable<Integer> {

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--outcome", required = true, paramLabel = "ID")
    private @Nullable String outcome;

    @Option(names = "--version", paramLabel = "N", description = "the one in force unless said")
    private @Nullable Integer version;

    @Option(names = "--with", paramLabel = "N", description = "the one in force unless said")
    private @Nullable Integer with;

    @Option(names = "--definition", paramLabel = "FILE", description = "one that is tried, in place of --with")
    private @Nullable Path definition;

    @Option(names = "--by", paramLabel = "GROUPING")
    private @Nullable String by;

    @Mixin
    private AskedAt askedAt = new AskedAt();

    @Override
    public Integer call() throws Exception {
        StudyId ofStudy = Arguments.study(study);
        byte[] tried = definition == null ? null : Files.readAllBytes(definition);
        return target.with(client -> {
            PrintStream out = Arguments.out();
            Printed printed = new Printed(target.format(), out);
            printed.print(comparison(client, ofStudy, tried, printed.accept()), line -> say(line, out));
            return 0;
        });
    }

    private InputStream comparison(Client client, StudyId ofStudy, byte @Nullable [] tried, String accept)
            throws Exception {
        String path = "/api/studies/" + ofStudy + "/outcomes/" + outcome + "/comparison";
        Map<String, String> query = new LinkedHashMap<>();
        Printed.put(query, "version", version);
        Printed.put(query, "by", by);
        askedAt.put(query);
        if (tried != null) {
            return client.post(path, "application/yaml", accept, query, BodyPublishers.ofByteArray(tried));
        }
        Printed.put(query, "with", with);
        return client.get(path, accept, query);
    }

    private static void say(JsonNode comparison, PrintStream out) {
        out.println(comparison.path("outcome").asText() + " as known at position "
                + comparison.at("/asKnownAt/position").asText());
        for (JsonNode definition : comparison.path("definitions")) {
            out.println("  version " + definition.path("version").asText()
                    + (definition.path("hypothetical").asBoolean() ? " HYPOTHETICAL" : "") + ", cut-off "
                    + definition.path("cutoff").asText());
            for (JsonNode group : definition.path("groups")) {
                out.println("    " + Diff.numbers(group.path("group").asText(), group));
            }
        }
        if (comparison.path("subjects").isEmpty()) {
            out.println("  every subject stands the same");
        }
        for (JsonNode subject : comparison.path("subjects")) {
            out.println("  " + subject.path("subject").asText());
            new ChangeTable(out).print(subject.path("changes"));
        }
    }
}
