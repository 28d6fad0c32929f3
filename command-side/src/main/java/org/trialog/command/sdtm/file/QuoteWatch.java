package org.trialog.command.sdtm.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Follows the quotes of a CSV while it is read: the parser takes the end of the file for the end of an open quote. */
final class QuoteWatch extends FilterReader {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private State state = State.FIELD_START;
    private boolean ended;

    QuoteWatch(Reader in) {
        super(in);
    }

    /** True once the whole file has been read and its last field was still open. */
    boolean endedInsideQuotes() {
        return ended && state == State.QUOTED;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next < 0) {
            ended = true;
        } else {
            follow((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        if (got < 0) {
            ended = true;
        }
        for (int i = 0; i < got; i++) {
            follow(into[from + i]);
        }
        return got;
    }

    private void follow(char c) {
        state = switch (state) {
            case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> c == '"' ? State.QUOTED : outside(c);
            case FIELD_START -> c == '"' ? State.QUOTED : outside(c);
            case PLAIN -> outside(c);
        };
    }

    private static State outside(char c) {
        return c == ',' || c == '\n' || c == '\r' ? State.FIELD_START : State.PLAIN;
    }
}
