package org.trialog.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.trialog.events.wire.CsvCell;

/** Rows of CSV (RFC 4180) under a head, made of JSON objects. */
final class Csv {

    static final String TYPE = "text/csv";

    private final Writer text;
    private final CsvWriter csv;
    private final List<String> columns;

    /** @param columns keys of the objects */
    Csv(List<String> columns, Writer text) {
        this.columns = columns;
        this.text = text;
        this.csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(columns);
    }

    /** In memory. */
    Csv(List<String> columns) {
        this(columns, new StringWriter());
    }

    void add(JsonNode object) {
        csv.writeRecord(columns.stream()
                .map(column -> CsvCell.harmless(cell(object.path(column))))
                .toList());
    }

    /** What was written so far, of rows in memory. */
    String text() {
        return text.toString();
    }

    /** A list is written with semicolons, a number that cannot be estimated as that. */
    private static String cell(JsonNode value) {
        if (value.has("notEstimable")) {
            return "not estimable: " + value.path("notEstimable").asText();
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Csv::cell)
                    .collect(Collectors.joining("; "));
        }
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
