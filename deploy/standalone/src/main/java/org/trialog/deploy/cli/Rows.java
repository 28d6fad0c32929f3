package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.trialog.events.wire.CsvCell;

/** Prints JSON objects as lines of a table or of a CSV file, one by one, so that any number of them fits. */
final class Rows {

    private final Format format;
    private final List<String> columns;
    private final PrintStream out;
    private final CsvWriter csv;
    private boolean headed;

    Rows(Format format, List<String> columns, PrintStream out) {
        this.format = format;
        this.columns = columns;
        this.out = out;
        this.csv = CsvWriter.builder().build(out);
    }

    void print(JsonNode object) {
        List<String> cells =
                columns.stream().map(column -> text(object.path(column))).toList();
        if (format == Format.CSV) {
            if (!headed) {
                csv.writeRecord(columns);
                headed = true;
            }
            csv.writeRecord(cells.stream().map(CsvCell::harmless).toList());
            flush();
        } else {
            out.println(cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining("  ")));
        }
    }

    /** Otherwise the last lines would stay in the writer's buffer. */
    private void flush() {
        try {
            csv.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Prints one object alone, in JSON as it is. */
    void show(JsonNode object) {
        if (format == Format.JSON) {
            out.println(object);
        } else {
            print(object);
        }
        out.flush();
    }

    static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
