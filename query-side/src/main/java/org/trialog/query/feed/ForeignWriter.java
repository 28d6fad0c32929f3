package org.trialog.query.feed;

/** The rows moved on without this feed: another process writes them. What this one remembers of them is void. */
final class ForeignWriter extends RuntimeException {

    ForeignWriter(long expected) {
        super("the rows are no longer at position %d: another process writes them".formatted(expected));
    }
}
