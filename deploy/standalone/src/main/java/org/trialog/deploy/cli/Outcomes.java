package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Mixin
    private AskedAt askedAt = new AskedAt();

    @Option(names = "--definition", paramLabel = "FILE", description = "try a definition that is not published")
    private @Nullable Path definition;

    @Option(names = "--svg", paramLabel = "DIR", description = "write every plot there, as OUTCOME-PLOT.svg")
    private @Nullable Path svg;

    @Option(names = "--version", paramLabel = "N", description = "an older version of --outcome's definition")
    private @Nullable Integer version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (version != null && outcome == null) {
            throw new ParameterException(spec.commandLine(), "--version needs --outcome: versions are of one outcome");
        }
        StudyId ofStudy = Arguments.study(study);
        byte[] hypothetical = definition == null ? null : Files.readAllBytes(definition);
        return target.with(client -> {
            PrintStream out = Arguments.out();
            Printed printed = new Printed(target.format(), out);
            Map<String, String> query = query();
            if (svg != null) {
                draw(svg, client, ofStudy, hypothetical, query);
            }
            printed.print(figures(client, ofStudy, hypothetical, printed.accept(), query), new FigureTable(out)::print);
            return 0;
        });
    }

    /** What is printed afterwards is what was drawn, whatever is recorded meanwhile. */
    private void draw(
            Path folder, Client client, StudyId ofStudy, byte @Nullable [] hypothetical, Map<String, String> query)
            throws Exception {
        Plots plots = Plots.into(folder, client, ofStudy, hypothetical, Map.copyOf(query));
        String lines = new String(
                figures(client, ofStudy, hypothetical, "application/x-ndjson", query)
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        for (String line : lines.lines().toList()) {
            JsonNode figure = FactJson.mapper().readTree(line);
            plots.write(figure);
            query.put("asKnownAt", figure.at("/asKnownAt/position").asText());
        }
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        Printed.put(query, "by", by);
        askedAt.put(query);
        Printed.put(query, "version", version);
        return query;
    }

    private InputStream figures(
            Client client, StudyId ofStudy, byte @Nullable [] hypothetical, String accept, Map<String, String> query)
            throws Exception {
        String path = "/api/studies/" + ofStudy + "/outcomes";
        if (hypothetical != null) {
            return client.post(path, "application/yaml", accept, query, BodyPublishers.ofByteArray(hypothetical));
        }
        return client.get(outcome == null ? path : path + "/" + outcome, accept, query);
    }

    /** Prints a study's outcomes as a table, for {@code demo}. */
    static void headlines(Client client, StudyId study, PrintStream out) throws Exception {
        InputStream figures =
                client.get("/api/studies/" + study + "/outcomes", "application/x-ndjson", Map.of("headline", "true"));
        new Printed(Format.TABLE, out).print(figures, new FigureTable(out)::print);
    }
}
