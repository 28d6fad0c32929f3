package org.trialog.query.history;

import java.time.Instant;
import org.trialog.events.Fact;
import org.trialog.events.Provenance;

/**
 * One fact at its place in the history.
 *
 * @param position dense from 1; the facts of a command are contiguous
 * @param knownAt running maximum of the recorded time within the study: as known at T is everything with knownAt ≤ T
 * @param eventId unique id of the stored event
 * @param streamSequence its place in its stream, from 0
 */
public record HistoryEntry(
        long position,
        Instant knownAt,
        String eventId,
        String stream,
        long streamSequence,
        String type,
        String revision,
        Provenance provenance,
        Fact fact) {}
