package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;

/**
 * {@code outcomes --svg}: every plot of every figure as a file {@code OUTCOME-PLOT.svg}. A plot that an earlier run wrote is
 * replaced, any other file of that name is left as it is.
 */
final class Plots {

    /** What a plot of ours carries in its first element. */
    private static final String OURS = " data-plot=\"";

    private static final int HEAD = 1024;

    private final Client client;
    private final StudyId study;
    private final byte @Nullable [] hypothetical;
    private final Map<String, String> query;
    private final Path folder;

    private Plots(
            Client client, StudyId study, byte @Nullable [] hypothetical, Map<String, String> query, Path folder) {
        this.client = client;
        this.study = study;
        this.hypothetical = hypothetical;
        this.query = query;
        this.folder = folder;
    }

    /** @param hypothetical the definition that is tried; null for published ones */
    static Plots into(
            Path folder, Client client, StudyId study, byte @Nullable [] hypothetical, Map<String, String> query)
            throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Failure("not-a-folder", folder + " is a file. Name a folder for the plots.");
        }
        Files.createDirectories(folder);
        return new Plots(client, study, hypothetical, query, folder);
    }

    /** Drawn at the position and cut-off of the figure: what is recorded meanwhile does not come between the two. */
    void write(JsonNode figure) throws IOException, InterruptedException {
        String outcome = figure.path("outcome").asText();
        for (JsonNode plot : figure.path("plots")) {
            Path file = folder.resolve(outcome + "-" + plot.asText() + ".svg");
            requireFreeOrOurs(file);
            Map<String, String> asked = new LinkedHashMap<>(query);
            asked.put("plot", plot.asText());
            asked.put("asKnownAt", figure.path("asKnownAt").path("position").asText());
            asked.put("cutoff", figure.path("cutoff").asText());
            try (InputStream picture = picture(outcome, asked)) {
                Path written = folder.resolve(file.getFileName() + ".part");
                Files.write(written, picture.readAllBytes());
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
            System.err.println("Plot: " + file);
        }
    }

    private InputStream picture(String outcome, Map<String, String> asked) throws IOException, InterruptedException {
        String path = "/api/studies/" + study + "/outcomes";
        return hypothetical == null
                ? client.get(path + "/" + outcome + "/plot", "image/svg+xml", asked)
                : client.post(
                        path + "/plot",
                        "application/yaml",
                        "image/svg+xml",
                        asked,
                        BodyPublishers.ofByteArray(hypothetical));
    }

    private static void requireFreeOrOurs(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream start = Files.newInputStream(file)) {
            String head = new String(start.readNBytes(HEAD), StandardCharsets.UTF_8);
            if (!head.startsWith("<svg ") || !head.contains(OURS)) {
                throw new Failure(
                        "file-exists",
                        file + " is not a plot of Trialog and is not overwritten. Name another folder, or move it.");
            }
        }
    }
}
