package org.trialog.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All sources stand as palantir-java-format writes them. It runs here, and not as a plugin, because it needs the JDK of the
 * sources, while Maven may run on an older one. {@code mvn test -pl deploy/standalone -am -Dtest=FormatTest
 * -Dformat.write=true -Dsurefire.failIfNoSpecifiedTests=false} writes instead of complaining.
 */
final class FormatTest {

    private static final List<String> MODULES = List.of("events", "command-side", "query-side", "deploy/standalone");

    @Test
    void everySourceFileIsFormatted() throws Exception {
        Formatter formatter = Formatter.createFormatter(
                JavaFormatterOptions.builder().style(Style.PALANTIR).build());
        boolean write = Boolean.getBoolean("format.write");
        List<String> crooked = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(source);
            seen++;
            if (!formatted.equals(source)) {
                if (write) {
                    Files.writeString(file, formatted);
                } else {
                    crooked.add(file.toString());
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(crooked).as("write them with -Dformat.write=true").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of(System.getProperty("trialog.root"));
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> tree = Files.walk(root.resolve(module).resolve("src"))) {
                tree.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
