package org.trialog.command.sdtm.file;

import org.jspecify.annotations.Nullable;

/** Why a folder cannot be imported at all. Raised before anything is recorded. */
public final class SdtmProblem extends RuntimeException {

    private final Code code;
    private final @Nullable String file;
    private final long line;

    /**
     * @param file name of the file within the folder, null when the folder itself is meant
     * @param line from 1 as an editor counts; of a transport file the observation; 0 when no line is meant
     * @param sentence what is wrong and what to do
     */
    public SdtmProblem(Code code, @Nullable String file, long line, String sentence) {
        super(where(file, line) + sentence);
        this.code = code;
        this.file = file;
        this.line = line;
    }

    public Code code() {
        return code;
    }

    public @Nullable String file() {
        return file;
    }

    public long line() {
        return line;
    }

    private static String where(@Nullable String file, long line) {
        if (file == null) {
            return "";
        }
        return line > 0 ? file + ", line " + line + ": " : file + ": ";
    }

    /** The kinds of problem; {@link #token()} is what interfaces show. */
    public enum Code {
        NO_FOLDER("sdtm-no-folder"),
        EMPTY_FOLDER("sdtm-empty-folder"),
        UNREADABLE("sdtm-unreadable"),
        MISSING_DOMAIN("sdtm-missing-domain"),
        DOMAIN_TWICE("sdtm-domain-twice"),
        MISSING_COLUMN("sdtm-missing-column"),
        MALFORMED_CSV("sdtm-malformed-csv"),
        MALFORMED_XPT("sdtm-malformed-xpt"),
        WRONG_ENCODING("sdtm-wrong-encoding"),
        NOT_WHAT_IT_SAYS("sdtm-not-what-it-says");

        private final String token;

        Code(String token) {
            this.token = token;
        }

        public String token() {
            return token;
        }
    }
}
