package org.trialog.deploy.app;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a process has opened, in order; closed in the reverse order, once, by whoever comes first: the code that opened it
 * or the end of the process. So a SIGTERM in the middle of a start or an import leaves no server behind.
 */
final class Opened implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread atTheEnd = new Thread(this::closeAll, "close");
    private boolean closed;

    Opened() {
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** Adds what was opened last; closes it at once if the process is already ending. */
    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        if (closed) {
            closeAll();
            throw new IllegalStateException("the process is ending");
        }
        return resource;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // The process is ending: the hook runs or has run, and finds nothing left to close.
            return;
        }
    }

    /** Each is closed even when one before it fails. */
    private synchronized void closeAll() {
        closed = true;
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                if (first == null) {
                    first = new IllegalStateException("could not be closed in order", failed);
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
