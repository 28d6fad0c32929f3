package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trialog.events.wire.FactJson;

/**
 * Prints what a server answers in the form that was asked for: JSON lines and CSV as the server writes them, a table line
 * by line.
 */
record Printed(Format format, PrintStream out) {

    /** What to accept of the server. */
    String accept() {
        return format == Format.CSV ? "text/csv" : "application/x-ndjson";
    }

    /** @param table what a person is shown of each line */
    void print(InputStream answer, Consumer<JsonNode> table) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            if (format == Format.CSV) {
                PrintWriter csv = new PrintWriter(out, false, StandardCharsets.UTF_8);
                lines.transferTo(csv);
                csv.flush();
                return;
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (format == Format.JSON) {
                    out.println(line);
                } else {
                    table.accept(FactJson.mapper().readTree(line));
                }
            }
        } finally {
            out.flush();
        }
    }

    /** Adds a parameter that was given to a query. */
    static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
