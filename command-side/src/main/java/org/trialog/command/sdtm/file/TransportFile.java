package org.trialog.command.sdtm.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain as a SAS transport file, version 5: header records of 80 bytes, 140 bytes for each variable, then the
 * observations one after another, blank-filled to a multiple of 80.
 *
 * <p>Source: SAS technical support note TS-140.
 */
final class TransportFile {

    private static final int RECORD = 80;
    private static final int NUMERIC = 1;

    private final String file;
    private final Charset charset;
    private final InputStream bytes;

    private TransportFile(String file, Charset charset, InputStream bytes) {
        this.file = file;
        this.charset = charset;
        this.bytes = bytes;
    }

    /** A variable: its place within an observation. */
    private record Variable(String name, boolean numeric, int length, int position) {}

    /** @throws java.nio.charset.CharacterCodingException when a text is not of the charset */
    static List<Row> read(Domain domain, Path path, Charset charset) throws IOException {
        String file = path.getFileName().toString();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            return new TransportFile(file, charset, bytes).rows(domain);
        }
    }

    private List<Row> rows(Domain domain) throws IOException {
        String library = header();
        if (library.startsWith("HEADER RECORD*******LIBV8")) {
            throw disguised("a SAS transport file of version 8: write it as version 5.");
        }
        if (!library.startsWith(Disguise.TRANSPORT)) {
            throw disguised("no SAS transport file of version 5: its first record is not a library header.");
        }
        header();
        header();
        int described = number(expect("MEMBER "), 74, 78);
        expect("DSCRPTR");
        header();
        header();
        List<Variable> variables = variables(number(expect("NAMESTR"), 54, 58), described);
        expect("OBS    ");
        return observations(domain, variables);
    }

    private List<Variable> variables(int count, int described) throws IOException {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteBuffer one = ByteBuffer.wrap(exactly(described));
            variables.add(new Variable(
                    new String(one.array(), 8, 8, StandardCharsets.US_ASCII).strip(),
                    one.getShort(0) == NUMERIC,
                    one.getShort(4),
                    one.getInt(84)));
        }
        int over = count * described % RECORD;
        if (over > 0) {
            exactly(RECORD - over);
        }
        return variables;
    }

    private List<Row> observations(Domain domain, List<Variable> variables) throws IOException {
        int length = variables.stream().mapToInt(Variable::length).sum();
        if (length == 0) {
            throw malformed(0, "the file describes no variables.");
        }
        RowsOfFile rows = new RowsOfFile(
                domain, file, variables.stream().map(Variable::name).toList());
        long number = 0;
        for (byte[] one = bytes.readNBytes(length); one.length > 0; one = bytes.readNBytes(length)) {
            number++;
            if (one.length < length || (blank(one) && bytes.available() < RECORD)) {
                rest(one, number);
                break;
            }
            rows.add(number, fields(variables, one));
        }
        return rows.rows();
    }

    /** What follows the last observation may only be blanks that fill the last record. */
    private void rest(byte[] tail, long number) throws IOException {
        byte[] more = bytes.readAllBytes();
        if (!blank(tail) || !blank(more)) {
            throw malformed(number, "the file ends in the middle of an observation.");
        }
    }

    private List<String> fields(List<Variable> variables, byte[] observation) throws IOException {
        List<String> fields = new ArrayList<>(variables.size());
        for (Variable variable : variables) {
            fields.add(
                    variable.numeric()
                            ? orEmpty(IbmFloat.text(observation, variable.position(), variable.length()))
                            : text(observation, variable.position(), variable.length()));
        }
        return fields;
    }

    private String text(byte[] observation, int from, int length) throws IOException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(observation, from, length))
                .toString()
                .stripTrailing();
    }

    private String expect(String what) throws IOException {
        String header = header();
        if (!header.startsWith("HEADER RECORD*******" + what)) {
            throw malformed(0, "a " + what.strip() + " header is expected.");
        }
        return header;
    }

    private String header() throws IOException {
        return new String(exactly(RECORD), StandardCharsets.ISO_8859_1);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] read = bytes.readNBytes(length);
        if (read.length < length) {
            throw malformed(0, "the file ends within its header.");
        }
        return read;
    }

    private int number(String header, int from, int to) {
        try {
            return Integer.parseInt(header.substring(from, to).strip());
        } catch (NumberFormatException wrong) {
            throw malformed(0, "a header holds no number where one is expected (" + wrong.getMessage() + ").");
        }
    }

    private static boolean blank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ') {
                return false;
            }
        }
        return true;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private SdtmProblem disguised(String sentence) {
        return new SdtmProblem(SdtmProblem.Code.NOT_WHAT_IT_SAYS, file, 0, "the file is named .xpt and is " + sentence);
    }

    private SdtmProblem malformed(long observation, String sentence) {
        return new SdtmProblem(SdtmProblem.Code.MALFORMED_XPT, file, observation, sentence);
    }
}
