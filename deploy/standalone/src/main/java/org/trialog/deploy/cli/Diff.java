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

/** {@code diff}: what became known between two moments, and which figures it moved, by which events. */
@Command(
        name = "diff",
        description = "What became known between two moments, and which figures it moved, by which events.",
        mixinStandardHelpOptions = true)
final class Diff implements Callable<Integer> {

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--from", required = true, paramLabel = "T1", description = "an instant, a day, or a position")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T2", description = "an instant, a day, or a position; now unless said")
    private @Nullable String to;

    @Option(names = "--cutoff", paramLabel = "D", description = "of both sides; the day of each moment unless said")
    private @Nullable String cutoff;

    @Option(names = "--from-cutoff", paramLabel = "D")
    private @Nullable String fromCutoff;

    @Option(names = "--to-cutoff", paramLabel = "D")
    private @Nullable String toCutoff;

    @Option(names = "--events", description = "list every event between")
    private boolean events;

    @Override
    public Integer call() throws Exception {
        StudyId ofStudy = Arguments.study(study);
        Map<String, String> query = new LinkedHashMap<>();
        Printed.put(query, "from", from);
        Printed.put(query, "to", to);
        Printed.put(query, "cutoff", cutoff);
        Printed.put(query, "fromCutoff", fromCutoff);
        Printed.put(query, "toCutoff", toCutoff);
        Printed.put(query, "events", events);
        return target.with(client -> {
            PrintStream out = Arguments.out();
            Printed printed = new Printed(target.format(), out);
            printed.print(
                    client.get("/api/studies/" + ofStudy + "/diff", printed.accept(), query), line -> say(line, out));
            return 0;
        });
    }

    private static void say(JsonNode line, PrintStream out) {
        switch (line.path("diff").asText()) {
            case "moments" -> moments(line, out);
            case "correction", "retraction" -> undone(line, out);
            case "figure" -> figure(line, out);
            default ->
                out.printf(
                        "  %s  %s  %s  %s%n",
                        line.path("position").asText(),
                        line.path("recordedAt").asText(),
                        line.path("type").asText(),
                        Rows.text(line.path("subject")));
        }
    }

    private static void moments(JsonNode line, PrintStream out) {
        out.printf(
                "%s events from position %s (%s) to %s (%s)%n",
                line.path("events").asText(),
                line.at("/from/position").asText(),
                line.at("/from/knownAt").asText(),
                line.at("/to/position").asText(),
                line.at("/to/knownAt").asText());
        line.path("types")
                .properties()
                .forEach(type -> out.printf(
                        "  %-32s %s%n", type.getKey(), type.getValue().asText()));
        line.path("subjects")
                .forEach(subject -> out.printf(
                        "  %-32s %s%n",
                        subject.path("subject").asText(), subject.path("events").asText()));
    }

    private static void undone(JsonNode line, PrintStream out) {
        out.printf(
                "%s at %s: %s of %s, %s%n",
                line.path("diff").asText(),
                line.path("position").asText(),
                line.path("type").asText(),
                Rows.text(line.path("subject")),
                Rows.text(line.path("reason")));
        line.path("values")
                .forEach(value -> out.printf(
                        "    %s: %s → %s%n",
                        value.path("field").asText(), Rows.text(value.path("from")), Rows.text(value.path("to"))));
    }

    private static void figure(JsonNode line, PrintStream out) {
        out.println(line.path("outcome").asText() + (line.path("moved").asBoolean() ? ": moved" : ": unmoved"));
        for (JsonNode group : line.path("groups")) {
            if (group.path("moved").asBoolean()) {
                out.println("  was " + numbers(group.path("group").asText(), group.path("from")));
                out.println("  is  " + numbers(group.path("group").asText(), group.path("to")));
            }
        }
        line.path("frame").forEach(what -> out.println("  by another " + what.asText()));
        for (JsonNode subject : line.path("byFrame")) {
            out.println("    " + subject.path("subject").asText());
            new ChangeTable(out).print(subject.path("changes"));
        }
        for (JsonNode event : line.path("by")) {
            out.printf(
                    "  by %s  %s  %s  %s (%s)%n",
                    event.path("position").asText(),
                    event.path("type").asText(),
                    event.path("subject").asText(),
                    event.path("actor").asText(),
                    event.path("role").asText());
            new ChangeTable(out).print(event.path("changes"));
        }
    }

    /** The numbers of a group on one line. */
    static String numbers(String group, JsonNode numbers) {
        return numbers.isNull()
                ? group + ": not there"
                : "%s: n %s, %s, events %s, person-years %s, left out %s"
                        .formatted(
                                group,
                                numbers.path("subjects").asText(),
                                FigureTable.estimate(numbers),
                                FigureTable.number(numbers.path("events")),
                                FigureTable.number(numbers.path("personYears")),
                                numbers.path("excluded").asText());
    }
}
