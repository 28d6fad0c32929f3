package org.trialog.query.figure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.problem.Problem;
import org.trialog.query.study.PublishedProtocol;
import org.trialog.query.study.StudyView;

/** The definitions of outcomes that a study has published: those in force, and every older version of them. */
final class Definitions {

    private final StudyView study;

    Definitions(StudyView study) {
        this.study = study;
    }

    /**
     * @param version null for the one of the protocol in force
     * @throws Problem 404 {@code outcome-unknown} or {@code outcome-version-unknown}
     */
    OutcomeDefinition of(String outcome, @Nullable Integer version) {
        if (version == null) {
            return study.protocol()
                    .flatMap(protocol -> protocol.outcome(outcome))
                    .orElseThrow(() -> Problem.unknown(
                            "outcome-unknown",
                            "The protocol in force at that moment has no outcome '%s'.".formatted(outcome)));
        }
        return published(outcome, version)
                .orElseThrow(() -> Problem.unknown(
                        "outcome-version-unknown",
                        "No protocol published by that moment has a version %d of the outcome '%s'."
                                .formatted(version, outcome)));
    }

    private Optional<OutcomeDefinition> published(String outcome, int version) {
        return study.protocols().reversed().stream()
                .flatMap(published -> holding(published, outcome, version).stream())
                .findFirst();
    }

    /** A definition stands since the first protocol that held this version of it. */
    Publication publication(OutcomeDefinition definition) {
        List<PublishedProtocol> holders = study.protocols().stream()
                .filter(published -> holding(published, definition.id(), definition.version())
                        .isPresent())
                .toList();
        if (holders.isEmpty()) {
            return Publication.UNPUBLISHED;
        }
        long since = holders.getFirst().position();
        Long firstData = study.firstData();
        if (firstData == null || since < firstData) {
            return Publication.BEFORE_DATA;
        }
        return study.conduct().cuts().stream().anyMatch(cut -> cut.position() < since)
                ? Publication.AFTER_LOCK
                : Publication.AFTER_DATA;
    }

    private static Optional<OutcomeDefinition> holding(PublishedProtocol published, String outcome, int version) {
        return published.protocol().outcome(outcome).filter(held -> held.version() == version);
    }
}
