package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
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

/** {@code overview}: who came in, who they are, what they were given, how well they were seen. */
@Command(
        name = "overview",
        description = "Participant flow, baseline, exposure, completeness of visits and fracture rate by age.",
        mixinStandardHelpOptions = true)
final class Overview implements Callable<Integer> {

    private static final List<String> TABLES = List.of("flow", "baseline", "exposure", "visits");

    /** Under which the rates stand: they are a figure, the others are tables. */
    private static final String RATES = "fractureRateByAge";

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", required = true, paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--table", paramLabel = "NAME", description = "only this one: flow, baseline, exposure or visits")
    private @Nullable String table;

    @Mixin
    private AskedAt askedAt = new AskedAt();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        StudyId ofStudy = Arguments.study(study);
        if (table != null && !TABLES.contains(table)) {
            throw new ParameterException(spec.commandLine(), "--table is one of " + String.join(", ", TABLES));
        }
        if (table == null && target.format() == Format.CSV) {
            throw new ParameterException(spec.commandLine(), "a CSV file holds one table: say which with --table");
        }
        Map<String, String> query = new LinkedHashMap<>();
        askedAt.put(query);
        return target.with(client -> {
            try (InputStream answer = client.get("/api/studies/" + ofStudy + "/overview", "application/json", query)) {
                print(FactJson.mapper().readTree(answer), Arguments.out());
            }
            return 0;
        });
    }

    private void print(JsonNode overview, PrintStream out) {
        JsonNode result = overview.path("result");
        switch (target.format()) {
            case JSON -> out.println(table == null ? overview : result.path(table));
            case CSV -> new OverviewRows(out).csv(result.path(String.valueOf(table)));
            case TABLE -> {
                OverviewRows rows = new OverviewRows(out);
                for (String name : table == null ? TABLES : List.of(table)) {
                    rows.table(name, result.path(name));
                }
                if (table == null) {
                    rows.rates(result.path(RATES).path("groups"));
                }
            }
        }
        out.flush();
    }
}
