package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code provenance}: the subjects and events behind an outcome's numbers, and those that do not count, with the reason. */
@Command(
        name = "provenance",
        description = "The subjects and events behind an outcome's numbers, counted or not and why.",
        mixinStandardHelpOptions = true)
final class Provenance implements Callable<Integer> {

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--outcome", required = true, paramLabel = "ID")
    private @Nullable String outcome;

    @Option(names = "--group", paramLabel = "NAME", description = "only this one")
    private @Nullable String group;

    @Option(names = "--subject", paramLabel = "S", description = "only this one")
    private @Nullable String subject;

    @Option(names = "--version", paramLabel = "N", description = "an older version of the definition")
    private @Nullable Integer version;

    @Option(names = "--by", paramLabel = "GROUPING")
    private @Nullable String by;

    @Mixin
    private AskedAt askedAt = new AskedAt();

    @Override
    public Integer call() throws Exception {
        StudyId ofStudy = Arguments.study(study);
        Map<String, String> query = new LinkedHashMap<>();
        Printed.put(query, "group", group);
        Printed.put(query, "subject", subject);
        Printed.put(query, "version", version);
        Printed.put(query, "by", by);
        askedAt.put(query);
        return target.with(client -> {
            PrintStream out = Arguments.out();
            Printed printed = new Printed(target.format(), out);
            printed.print(
                    client.get(
                            "/api/studies/" + ofStudy + "/outcomes/" + outcome + "/provenance",
                            printed.accept(),
                            query),
                    line -> say(line, out));
            return 0;
        });
    }

    private static void say(JsonNode line, PrintStream out) {
        out.printf(
                "%s  %s  %s  from %s  %s days%n",
                line.path("group").asText(),
                line.path("subject").asText(),
                line.path("leftOut").isNull()
                        ? "in"
                        : "left out: " + line.path("leftOut").asText(),
                Rows.text(line.path("anchors")),
                line.path("personDays").asText());
        for (JsonNode counted : line.path("counted")) {
            out.printf(
                    "  counted on %s (%s)%n",
                    counted.path("placed").asText(), counted.path("window").asText());
            events(counted, out);
        }
        for (JsonNode not : line.path("notCounted")) {
            out.printf("  not counted: %s%n", not.path("reason").asText());
            events(not, out);
        }
    }

    private static void events(JsonNode what, PrintStream out) {
        for (JsonNode event : what.path("events")) {
            out.printf(
                    "    %s  %s  %s  %s (%s)%n",
                    event.path("position").asText(),
                    event.path("recordedAt").asText(),
                    event.path("type").asText(),
                    event.path("actor").asText(),
                    event.path("role").asText());
        }
    }
}
