package org.trialog.query.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.Fact;
import org.trialog.events.Provenance;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

/**
 * One fact at its place in the history, as it is stored. What it says is read on demand: a fold needs the fact only, a
 * listing the metadata only.
 *
 * @param position dense from 1; the facts of a command are contiguous
 * @param knownAt running maximum of the recorded time within the study: as known at T is everything with knownAt ≤ T
 * @param command shared by all facts of one command
 * @param eventId unique id of the stored event
 * @param subject null for a fact of the study or of a batch
 * @param streamSequence its place in its stream, from 0
 * @param payload the fact as JSON
 * @param metadata its provenance as JSON
 */
public record HistoryEntry(
        long position,
        Instant knownAt,
        Instant recordedAt,
        String command,
        String eventId,
        StudyId study,
        @Nullable SubjectId subject,
        String stream,
        long streamSequence,
        String type,
        String revision,
        String payload,
        String metadata) {

    private static final ObjectReader METADATA =
            FactJson.mapper().readerFor(new TypeReference<Map<String, String>>() {});

    /**
     * What happened.
     *
     * @throws org.trialog.events.wire.UnknownFact when this build knows no such event or revision
     * @throws IllegalStateException when the payload is not of the event's form
     */
    public Fact fact() {
        return FactJson.read(type, revision, payload);
    }

    /**
     * What stands beside it.
     *
     * @throws IllegalStateException when the metadata were not written by this product
     */
    public Provenance provenance() {
        try {
            return Provenance.of(METADATA.<Map<String, String>>readValue(metadata));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(
                    "the metadata of the event at position %d are malformed: %s"
                            .formatted(position, malformed.getOriginalMessage()),
                    malformed);
        }
    }
}
