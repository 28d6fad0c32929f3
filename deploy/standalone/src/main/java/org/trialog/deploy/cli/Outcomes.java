package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outcomes}: every outcome of a study, or one, as known at any moment. In JSON one figure a line. */
@Command(
        name = "outcomes",
        description = "Compute outcomes, as known now or at any moment.",
        mixinStandardHelpOptions = true)
final class Outcomes implements Callable<Integer> {

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--outcome", paramLabel = "ID", description = "only this one")
    private @Nullable String outcome;

    @Option(
            names = "--by",
            paramLabel = "GROUPING",
            description = "arm, site, cell-source, autologous, age-band, dose-count, a covariate, or none")
    private @Nullable String by;

    @Option(names = "--as-known-at", paramLabel = "T", description = "an instant, a day, or a position")
    private @Nullable String asKnownAt;

    @Option(names = "--cutoff", paramLabel = "D", description = "nothing that happened after this day counts")
    private @Nullable String cutoff;

    @Option(names = "--definition", paramLabel = "FILE", description = "try a definition that is not published")
    private @Nullable Path definition;

    @Option(names = "--svg", paramLabel = "DIR", description = "write every plot there, as OUTCOME-PLOT.svg")
    private @Nullable Path svg;

    @Override
    public Integer call() throws Exception {
        StudyId ofStudy = Arguments.study(study);
        byte[] hypothetical = definition == null ? null : Files.readAllBytes(definition);
        return target.with(client -> {
            PrintStream out = Arguments.out();
            Plots plots = svg == null ? null : Plots.into(svg, client, ofStudy, hypothetical, query());
            try (BufferedReader figures = new BufferedReader(
                    new InputStreamReader(figures(client, ofStudy, hypothetical), StandardCharsets.UTF_8))) {
                FigureTable table = new FigureTable(target.format(), out);
                for (String line = figures.readLine(); line != null; line = figures.readLine()) {
                    JsonNode figure = FactJson.mapper().readTree(line);
                    if (target.format() == Format.JSON) {
                        out.println(line);
                    } else {
                        table.print(figure);
                    }
                    if (plots != null) {
                        plots.write(figure);
                    }
                }
            }
            out.flush();
            return 0;
        });
    }

    private InputStream figures(Client client, StudyId ofStudy, byte @Nullable [] hypothetical) throws Exception {
        String path = "/api/studies/" + ofStudy + "/outcomes";
        Map<String, String> query = query();
        if (hypothetical != null) {
            return client.post(
                    path, "application/yaml", "application/x-ndjson", query, BodyPublishers.ofByteArray(hypothetical));
        }
        return client.get(outcome == null ? path : path + "/" + outcome, "application/x-ndjson", query);
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "by", by);
        put(query, "asKnownAt", asKnownAt);
        put(query, "cutoff", cutoff);
        return query;
    }

    private static void put(Map<String, String> query, String key, @Nullable String value) {
        if (value != null) {
            query.put(key, value);
        }
    }

    /** Prints a study's outcomes as a table, for {@code demo}. */
    static void headlines(Client client, StudyId study, PrintStream out) throws Exception {
        try (BufferedReader figures = new BufferedReader(new InputStreamReader(
                client.get("/api/studies/" + study + "/outcomes", "application/x-ndjson", Map.of("headline", "true")),
                StandardCharsets.UTF_8))) {
            FigureTable table = new FigureTable(Format.TABLE, out);
            for (String line = figures.readLine(); line != null; line = figures.readLine()) {
                JsonNode figure = FactJson.mapper().readTree(line);
                table.print(figure);
            }
        }
        out.flush();
    }
}
