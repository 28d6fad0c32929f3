package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.Provenance;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.wire.FactJson;

/** Folds stored events of a subject as they stand in the table. */
final class Stored {

    private Stored() {}

    static SubjectState evolve(SubjectState state, String type, String revision, String payload, String metadata) {
        try {
            Map<String, String> texts = FactJson.mapper().readValue(metadata, new TypeReference<>() {});
            return state.evolve((SubjectEvent) FactJson.read(type, revision, payload), Provenance.of(texts));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
