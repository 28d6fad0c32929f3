package org.trialog.command.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Counts what passes, and remembers its start: a refusal is no longer than that. */
final class WatchedStream extends ServletOutputStream {

    private static final int START = 8_192;

    private final ServletOutputStream out;
    private final Opening opening;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream(0);
    private long bytes;
    private long lines;

    /** @param opening called before anything passes */
    WatchedStream(ServletOutputStream out, Opening opening) {
        this.out = out;
        this.opening = opening;
    }

    /** May refuse to let it pass. */
    @FunctionalInterface
    interface Opening {
        void open() throws IOException;
    }

    long bytes() {
        return bytes;
    }

    long lines() {
        return lines;
    }

    byte[] start() {
        return start.toByteArray();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        opening.open();
        out.write(from, offset, length);
        bytes += length;
        for (int i = offset; i < offset + length; i++) {
            if (from[i] == '\n') {
                lines++;
            }
        }
        start.write(from, offset, Math.min(length, START - start.size()));
    }

    @Override
    public void flush() throws IOException {
        opening.open();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        opening.open();
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
