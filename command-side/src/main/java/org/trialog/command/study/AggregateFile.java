package org.trialog.command.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.command.order.StudyOrder.RegisterAggregates;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/**
 * A CSV file (RFC 4180, UTF-8) of published results: a header that names {@link AggregateColumn}s in any order, and a line
 * for each group of a trial at a time. An empty cell says nothing.
 */
public final class AggregateFile {

    /** For whoever writes such a file; the address names it by {@code file}. */
    public static final String FORM =
            "A file (its name: the parameter 'file') of published results: RFC 4180, UTF-8, a header and a line for"
                + " each group of a trial at a time; all of it is registered, or nothing. Columns (* must be there): "
                    + AggregateColumn.names()
                    + ". Numbers in one form: mean and standardDeviation, or median, lowerQuartile and upperQuartile,"
                    + " or events with personYears, or events of n.";

    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_NAME = 200;

    private final List<String> sentences = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    private AggregateFile() {}

    /**
     * The order that a file brings.
     *
     * @param name of the file, without folders
     * @throws OrderRefused with every wrong line and column, when anything in it cannot be read
     */
    public static RegisterAggregates read(StudyId study, String name, byte[] bytes) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("/") || name.contains("\\")) {
            throw OrderRefused.of(
                    null, "aggregate-file-name", "A file has a name of 1 to 200 characters, without folders.", "file");
        }
        AggregateFile file = new AggregateFile();
        List<RegisterAggregates.Line> lines = file.lines(study, name, text(bytes));
        if (!file.sentences.isEmpty()) {
            throw new OrderRefused(new Rejection(
                    null,
                    "aggregate-lines",
                    "Nothing of the file is registered. " + String.join(" ", file.sentences),
                    file.fields));
        }
        return new RegisterAggregates(study, name, lines);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw OrderRefused.of(
                    null, "aggregate-file-encoding", "The file is not UTF-8: save it as CSV UTF-8.", "file");
        }
    }

    private List<RegisterAggregates.Line> lines(StudyId study, String name, String text) {
        List<RegisterAggregates.Line> lines = new ArrayList<>();
        long reached = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (!records.hasNext()) {
                throw malformed(1, "the file is empty: a header with the names of the columns is expected.");
            }
            List<String> header = records.next().getFields();
            checkHeader(header);
            while (records.hasNext() && reached <= MOST_LINES) {
                CsvRecord record = records.next();
                reached = record.getStartingLineNumber();
                if (record.getFieldCount() != header.size()) {
                    throw malformed(
                            reached,
                            "the line has %d cells, the header %d.".formatted(record.getFieldCount(), header.size()));
                }
                ObjectNode row = row(header, record);
                if (row.size() > 0 && sentences.isEmpty()) {
                    lines.add(new RegisterAggregates.Line(reached, result(row, study, name)));
                }
            }
            if (records.hasNext()) {
                throw malformed(reached, "a file has at most %d lines.".formatted(MOST_LINES));
            }
        } catch (CsvParseException broken) {
            throw malformed(reached + 1, "this is not CSV: check its quotes.");
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        if (lines.isEmpty() && sentences.isEmpty()) {
            throw malformed(reached, "there is no result in the file.");
        }
        return lines;
    }

    private static void checkHeader(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (AggregateColumn.named(name).isEmpty()) {
                throw malformed(
                        1, "there is no column '%s'. Columns are %s.".formatted(name, AggregateColumn.names()), name);
            }
            if (!seen.add(name)) {
                throw malformed(1, "the column '%s' stands twice.".formatted(name), name);
            }
        }
        for (AggregateColumn column : AggregateColumn.values()) {
            if (column.mandatory() && !seen.contains(column.title())) {
                throw malformed(1, "the column '%s' is missing.".formatted(column.title()), column.title());
            }
        }
    }

    private ObjectNode row(List<String> header, CsvRecord record) {
        ObjectNode row = FactJson.mapper().createObjectNode();
        for (int at = 0; at < header.size(); at++) {
            AggregateColumn column = AggregateColumn.named(header.get(at)).orElseThrow();
            String cell = record.getField(at).strip();
            if (!cell.isEmpty() && !column.put(cell, row)) {
                wrong(record, column, "'%s' is not %s".formatted(abbreviated(cell), column.form()));
            }
        }
        for (AggregateColumn column : AggregateColumn.values()) {
            if (column.mandatory() && row.size() > 0 && !row.has(column.title()) && sentences.isEmpty()) {
                wrong(record, column, "it is empty");
            }
        }
        return row;
    }

    private void wrong(CsvRecord record, AggregateColumn column, String why) {
        String at = "line " + record.getStartingLineNumber();
        sentences.add("%s, column %s: %s.".formatted(at, column.title(), why));
        fields.add(at + "." + column.title());
    }

    private static RegisterAggregate result(ObjectNode row, StudyId study, String name) {
        row.put("study", study.value());
        row.put("file", name);
        try {
            return FactJson.mapper().treeToValue(row, RegisterAggregate.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a line whose cells are right cannot be read", impossible);
        }
    }

    private static String abbreviated(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }

    private static OrderRefused malformed(long line, String sentence, String... column) {
        return OrderRefused.of(
                null,
                "aggregate-file",
                "Nothing of the file is registered. Line %d: %s".formatted(line, sentence),
                column.length == 0 ? "line " + line : "line " + line + "." + column[0]);
    }
}
