package org.trialog.command.sdtm.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the first bytes of a file: does it hold what its name says? */
final class Disguise {

    static final String TRANSPORT = "HEADER RECORD*******LIB";
    private static final int LOOKED_AT = 4096;

    private Disguise() {}

    /** A CSV must not be a transport file, an archive (a spreadsheet), or anything else that is not text. */
    static void check(Path path, String file, Charset charset) throws IOException {
        byte[] start = start(path);
        if (charset.newEncoder().averageBytesPerChar() >= 2) {
            return;
        }
        if (start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFF + 0xFE) {
            throw new SdtmProblem(
                    SdtmProblem.Code.WRONG_ENCODING,
                    file,
                    1,
                    "the file is UTF-16: name its encoding (--encoding UTF-16).");
        }
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith(TRANSPORT)) {
            throw new SdtmProblem(
                    SdtmProblem.Code.NOT_WHAT_IT_SAYS,
                    file,
                    0,
                    "the file is named .csv and is a SAS transport file: rename it to .xpt.");
        }
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] < 9) {
            throw new SdtmProblem(
                    SdtmProblem.Code.NOT_WHAT_IT_SAYS,
                    file,
                    0,
                    "the file is named .csv and is an archive or a spreadsheet: save it as CSV.");
        }
        for (byte one : start) {
            if (one == 0) {
                throw new SdtmProblem(
                        SdtmProblem.Code.NOT_WHAT_IT_SAYS,
                        file,
                        0,
                        "the file is named .csv and is not text in an encoding of single bytes or UTF-8.");
            }
        }
    }

    static byte[] start(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(LOOKED_AT);
        }
    }
}
