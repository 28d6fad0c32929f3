package org.trialog.deploy.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every question about a study can be asked at: a moment of its history, and a last day that counts. */
final class AskedAt {

    @Option(names = "--as-known-at", paramLabel = "T", description = "an instant, a day, or a position")
    private @Nullable String asKnownAt;

    @Option(names = "--cutoff", paramLabel = "D", description = "nothing that happened after this day counts")
    private @Nullable String cutoff;

    void put(Map<String, String> query) {
        Printed.put(query, "asKnownAt", asKnownAt);
        Printed.put(query, "cutoff", cutoff);
    }
}
