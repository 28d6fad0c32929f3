package org.trialog.deploy.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.Claim;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.datadir.Holder;
import org.trialog.deploy.datadir.RunningServer;
import picocli.CommandLine.Option;

/** What a command works against: a running server, or a data directory opened for the time of the command. */
final class Target {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "A running server; account by TRIALOG_USER and TRIALOG_PASSWORD, or TRIALOG_TOKEN. "
                    + "Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A data directory, opened for the time of the command; a server that has it open is asked instead.")
    private @Nullable Path data;

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "table", description = "table, json or csv")
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }

    /** Does the work against the server; whatever was opened for it is closed again. */
    int with(Work work) throws Exception {
        if (data == null) {
            return work.on(Client.of(url, System.getenv()));
        }
        return switch (DataDirectory.claim(data)) {
            case Claim.HeldByAnother held -> work.on(local(server(data, held.holder())));
            case Claim.Taken taken -> {
                try (Application application = Application.start(taken.directory(), 0, line -> {})) {
                    yield work.on(local(application.server()));
                }
            }
        };
    }

    private static RunningServer server(Path data, Holder holder) {
        return holder.server()
                .orElseThrow(() -> new Failure(
                        "data-directory-in-use",
                        data + " is being opened or closed by another process. Try again in a moment."));
    }

    static Client local(RunningServer server) {
        return Client.local(server.url(), server.token(), System.getProperty("user.name", "unknown"));
    }

    /** What a command does with a server. */
    @FunctionalInterface
    interface Work {

        /** The exit code. */
        int on(Client client) throws Exception;
    }

    /** The environment that names an account. */
    static @Nullable String from(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
