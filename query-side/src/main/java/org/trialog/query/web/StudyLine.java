package org.trialog.query.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.query.record.Known;
import org.trialog.query.study.StudyView;

/**
 * A study in a list.
 *
 * @param protocolVersion in force, null before the first is published
 * @param position of the last fact that was known of it
 * @param knownAt running maximum of its recorded time there
 */
record StudyLine(
        StudyId study,
        String title,
        @Nullable String registry,
        @Nullable String condition,
        boolean synthetic,
        @Nullable Integer protocolVersion,
        String zone,
        List<Arm> arms,
        List<Outcome> outcomes,
        long position,
        Instant knownAt) {

    /** An outcome that can be asked for. */
    record Outcome(String id, int version, OutcomeDefinition.Kind kind, Map<String, String> label, boolean headline) {}

    static StudyLine of(Known known) {
        StudyView view = known.study();
        return new StudyLine(
                view.study(),
                view.title(),
                view.registry(),
                view.condition(),
                view.synthetic(),
                view.protocol().map(Protocol::version).orElse(null),
                view.zone().getId(),
                view.protocol().map(Protocol::arms).orElse(List.of()),
                view.protocol().map(Protocol::outcomes).orElse(List.of()).stream()
                        .map(outcome -> new Outcome(
                                outcome.id(), outcome.version(), outcome.kind(), outcome.label(), outcome.headline()))
                        .toList(),
                known.moment().position(),
                known.moment().knownAt());
    }
}
