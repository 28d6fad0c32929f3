package org.trialog.command.sdtm.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A domain as CSV (RFC 4180): every row as wide as the header, strictly decoded. */
final class CsvFile {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final int BOM = 0xEF;

    private CsvFile() {}

    /** @throws CharacterCodingException when the bytes are not of the charset: see {@link #undecodableLine} */
    static List<Row> read(Domain domain, Path path, Charset charset) throws IOException {
        String file = path.getFileName().toString();
        Disguise.check(path, file, charset);
        try (InputStream bytes = withoutMark(path, charset);
                QuoteWatch watch = new QuoteWatch(new InputStreamReader(bytes, charset.newDecoder()));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(watch)) {
            return rows(domain, file, csv, watch);
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    private static List<Row> rows(Domain domain, String file, CsvReader<CsvRecord> csv, QuoteWatch watch)
            throws IOException {
        long line = 1;
        try (CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (!records.hasNext()) {
                throw malformed(file, 1, "the file is empty: a header with the column names is expected.");
            }
            RowsOfFile rows = new RowsOfFile(domain, file, records.next().getFields());
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                if (watch.endedInsideQuotes() && !records.hasNext()) {
                    throw malformed(file, line, "a quote is opened and never closed.");
                }
                if (record.getFieldCount() != rows.width()) {
                    throw malformed(
                            file,
                            line,
                            "the row has " + record.getFieldCount() + " fields, the header " + rows.width() + ".");
                }
                rows.add(line, record.getFields());
            }
            return rows.rows();
        } catch (CsvParseException broken) {
            throw malformed(file, lineOf(broken, line + 1), "the row is not valid CSV (check its quotes).");
        }
    }

    /** The first line that is not of the charset. */
    static long undecodableLine(Path path, Charset charset) throws IOException {
        long line = 1;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            var one = new ByteArrayOutputStream();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                one.write(next);
                if (next == '\n') {
                    if (!decodes(one.toByteArray(), charset)) {
                        return line;
                    }
                    one.reset();
                    line++;
                }
            }
        }
        return line;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException wrong) {
            return false;
        }
    }

    private static InputStream withoutMark(Path path, Charset charset) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        if (charset.equals(StandardCharsets.UTF_8)) {
            bytes.mark(3);
            if (bytes.read() != BOM || bytes.read() != 0xBB || bytes.read() != 0xBF) {
                bytes.reset();
            }
        }
        return bytes;
    }

    private static long lineOf(CsvParseException broken, long otherwise) {
        Matcher named = LINE.matcher(String.valueOf(broken.getMessage()));
        return named.find() ? Long.parseLong(named.group(1)) : otherwise;
    }

    private static SdtmProblem malformed(String file, long line, String sentence) {
        return new SdtmProblem(SdtmProblem.Code.MALFORMED_CSV, file, line, sentence);
    }
}
