package org.trialog.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.wire.FactCatalog;

/** The catalogue of events in the README is that of the code. {@code -Dreadme.write=true} writes it. */
final class ReadmeTest {

    private static final String START = "<!-- events: written by ReadmeTest -->\n";
    private static final String END = "<!-- end of events -->";

    @Test
    void theReadmeListsEveryEvent() throws Exception {
        Path file = Path.of(System.getProperty("trialog.root"), "README.md");
        String readme = Files.readString(file);
        int start = readme.indexOf(START) + START.length();
        int end = readme.indexOf(END);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(file, readme.substring(0, start) + catalogue() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(start, end)).isEqualTo(catalogue());
    }

    private static String catalogue() {
        Set<String> others = new TreeSet<>(FactCatalog.all().keySet());
        StringBuilder table = new StringBuilder("| record | made | corrected | retracted |\n|---|---|---|---|\n");
        for (RecordKind kind : RecordKind.values()) {
            others.removeAll(Set.of(kind.made(), kind.corrected(), kind.retracted()));
            table.append("| %s | `%s` | `%s` | `%s` |%n"
                    .formatted(kind.token(), kind.made(), kind.corrected(), kind.retracted()));
        }
        String rest = others.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return table + "\nOf the study, its batches, and flags: " + rest + ".\n";
    }
}
