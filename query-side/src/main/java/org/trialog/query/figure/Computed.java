package org.trialog.query.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.record.Known;

/**
 * A figure with all that it was computed from.
 *
 * @param known everything that was known of the study at the moment
 * @param protocol in force then
 * @param by the grouping that was asked for; null for the definition's own
 * @param event id of the last fact that was known: it tells this history from every other
 */
public record Computed(
        Known known,
        String event,
        Protocol protocol,
        OutcomeDefinition definition,
        Publication publication,
        LocalDate cutoff,
        @Nullable String by,
        Figure figure) {

    public boolean hypothetical() {
        return publication == Publication.UNPUBLISHED;
    }
}
