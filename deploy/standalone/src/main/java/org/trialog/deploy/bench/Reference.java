package org.trialog.deploy.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The outcomes of a synthetic trial by R, with its packages survival and MASS. */
final class Reference {

    private static final String SCRIPT = "/bench/outcomes.R";
    private static final int PACKAGE_MISSING = 3;

    private Reference() {}

    /**
     * R's figures by name, and with " ms" behind the name of an outcome the time it took to fit.
     *
     * @param folder with the trial's CSV files; the script is put beside them
     * @return empty, having said why, where R or a package is not installed
     */
    static Optional<Map<String, Double>> run(Path folder, Consumer<String> progress)
            throws IOException, InterruptedException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            progress.accept("R is skipped: there is no Rscript");
            return Optional.empty();
        }
        Path script = folder.resolve("outcomes.R");
        try (InputStream packed = Reference.class.getResourceAsStream(SCRIPT)) {
            if (packed == null) {
                throw new IllegalStateException("the script of the benchmark is missing from the program");
            }
            Files.copy(packed, script);
        }
        Path said = folder.resolve("outcomes.txt");
        int status = new ProcessBuilder(program.get().toString(), script.toString(), folder.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status == PACKAGE_MISSING) {
            progress.accept("R is skipped: it has not both packages, survival and MASS");
            return Optional.empty();
        }
        if (status != 0) {
            throw new IllegalStateException("R ended with status " + status + "; what it said is in " + said);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String line : Files.readAllLines(said)) {
            int tab = line.indexOf('\t');
            figures.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
        }
        return Optional.of(figures);
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "Rscript"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
