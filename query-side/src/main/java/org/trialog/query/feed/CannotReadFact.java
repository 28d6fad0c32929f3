package org.trialog.query.feed;

import org.trialog.query.history.HistoryEntry;

/** A fact in the history that this build cannot read. The feed stops in front of it. */
final class CannotReadFact extends RuntimeException {

    private final transient HistoryEntry entry;

    CannotReadFact(HistoryEntry entry, RuntimeException cause) {
        super(
                "The fact at position %d (%s, revision %s) cannot be read: %s"
                        .formatted(entry.position(), entry.type(), entry.revision(), cause.getMessage()),
                cause);
        this.entry = entry;
    }

    String sentence() {
        String sentence = getMessage();
        return sentence == null ? "" : sentence;
    }

    HistoryEntry entry() {
        return entry;
    }
}
