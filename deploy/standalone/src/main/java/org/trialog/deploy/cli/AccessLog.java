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
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code access-log}: who came in, read, exported and was refused, newest first. Streams: of any length. */
@Command(
        name = "access-log",
        description = "Logins, reads, exports, refusals and changes of accounts, newest first.",
        mixinStandardHelpOptions = true)
final class AccessLog implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "id", "at", "kind", "actor", "role", "method", "path", "query", "study", "subject", "status", "code",
            "rule", "address", "client", "format", "export", "rows", "bytes", "account", "granted");

    @Mixin
    private Target target = new Target();

    @Option(names = "--study", paramLabel = "ID")
    private @Nullable String study;

    @Option(names = "--subject", paramLabel = "S")
    private @Nullable String subject;

    @Option(names = "--actor", paramLabel = "NAME", description = "an account, local:NAME, or anonymous")
    private @Nullable String actor;

    @Option(names = "--kind", paramLabel = "KIND", description = "read, export, login-refused, refusal, …")
    private @Nullable String kind;

    @Option(names = "--from", paramLabel = "T", description = "an instant or a day (UTC), included")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "an instant, excluded, or a day (UTC), included")
    private @Nullable String to;

    @Override
    public Integer call() throws Exception {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "study", study);
        put(query, "subject", subject);
        put(query, "actor", actor);
        put(query, "kind", kind);
        put(query, "from", from);
        put(query, "to", to);
        return target.with(client -> {
            PrintStream out = Arguments.out();
            Rows rows = new Rows(target.format(), COLUMNS, out);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    client.get("/api/access-log", "application/x-ndjson", query), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (target.format() == Format.JSON) {
                        out.println(line);
                    } else {
                        rows.print(FactJson.mapper().readTree(line));
                    }
                }
            }
            out.flush();
            return 0;
        });
    }

    private static void put(Map<String, String> query, String key, @Nullable String value) {
        if (value != null) {
            query.put(key, value);
        }
    }
}
