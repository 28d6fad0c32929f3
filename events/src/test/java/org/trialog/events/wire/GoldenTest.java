package org.trialog.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialog.events.Fact;

/**
 * What stands in the history must be readable for ever: a file per event and revision, a line for each form it had. A form
 * changes within a revision only by fields that may be absent; then a line is added, and none is ever changed.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden", FactCatalog.REVISION);
    private static final Map<String, Fact> SAMPLES = Samples.all();

    /** {@code -Dtest.jvm.options=-Dtrialog.write=true} adds the forms that are missing; a line that exists is never touched. */
    @BeforeAll
    static void writeMissing() throws IOException {
        if (Boolean.getBoolean("trialog.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, Fact> sample : SAMPLES.entrySet()) {
                Path file = file(sample.getKey());
                String form = FactJson.write(sample.getValue());
                if (Files.notExists(file) || !Files.readAllLines(file).contains(form)) {
                    Files.writeString(file, form + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        }
    }

    @Test
    void everyEventHasAFileAndEveryFileAnEvent() throws IOException {
        Set<String> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(files).isEqualTo(FactCatalog.all().keySet());
        assertThat(SAMPLES.keySet()).isEqualTo(FactCatalog.all().keySet());
    }

    static Set<String> names() {
        return SAMPLES.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStoredFactReadsAsItWasAndWritesTheSameBytes(String name) throws IOException {
        List<String> forms = Files.readAllLines(file(name), StandardCharsets.UTF_8);

        for (String stored : forms) {
            Fact read = FactJson.read(name, FactCatalog.REVISION, stored);

            assertThat(FactCatalog.nameOf(read)).isEqualTo(name);
            assertThat(FactJson.read(name, FactCatalog.REVISION, FactJson.write(read)))
                    .isEqualTo(read);
        }
        assertThat(FactJson.read(name, FactCatalog.REVISION, forms.getLast())).isEqualTo(SAMPLES.get(name));
        assertThat(FactJson.write(SAMPLES.get(name))).isEqualTo(forms.getLast());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anUnknownFieldIsNeverSkipped(String name) {
        String stored = FactJson.write(SAMPLES.get(name)).replaceFirst("\\{", "{\"colour\":\"red\",");

        assertThatThrownBy(() -> FactJson.read(name, FactCatalog.REVISION, stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("colour");
    }

    @Test
    void anUnknownFieldOfARecordIsNeverSkipped() {
        String stored =
                FactJson.write(SAMPLES.get("FractureRecorded")).replace("\"bone\"", "\"colour\":\"red\",\"bone\"");

        assertThatThrownBy(() -> FactJson.read("FractureRecorded", "1", stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void aMissingFieldIsNeverTakenForNothing() {
        String stored = FactJson.write(SAMPLES.get("FractureRecorded")).replaceFirst("\"bone\":\"[a-z-]+\",", "");

        assertThatThrownBy(() -> FactJson.read("FractureRecorded", "1", stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bone");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> FactJson.read(
                        "FlagResolved",
                        "1",
                        "{\"flag\":\"flag-1\",\"because\":\"corrected\",\"because\":\"retracted\"}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownEventStopsTheReading() {
        assertThatThrownBy(() -> FactJson.read("FractureImagined", "1", "{}"))
                .isInstanceOf(UnknownFact.class)
                .hasMessageContaining("FractureImagined");
    }

    @Test
    void anUnknownRevisionStopsTheReading() {
        assertThatThrownBy(() -> FactJson.read("FlagResolved", "2", FactJson.write(SAMPLES.get("FlagResolved"))))
                .isInstanceOf(UnknownFact.class)
                .hasMessageContaining("revision '2'");
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }
}
