package org.trialog.query.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.Moment;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.pooled.HeldStudy;
import org.trialog.query.outcome.pooled.Pool;
import org.trialog.query.record.Known;
import org.trialog.query.record.Records;

/**
 * Several studies at one moment. An instant is a place in the history of each of them; the figure's position is the latest
 * of these, and asking for that position gives every study the same place again.
 */
record PooledFigures(Records records) {

    /**
     * The study whose outcome it is, at the moment of the latest of all studies.
     *
     * @param own as it is known at the moment asked for; as it is where nothing is pooled
     */
    Known together(Known own, OutcomeDefinition definition, AsKnownAt asked) {
        if (definition.studies().isEmpty()) {
            return own;
        }
        Moment moment = own.moment();
        long position = moment.position();
        Instant knownAt = moment.knownAt();
        for (Known other : others(own, definition, asked).values()) {
            position = Math.max(position, other.moment().position());
            knownAt = other.moment().knownAt().isAfter(knownAt) ? other.moment().knownAt() : knownAt;
        }
        return new Known(own.study(), new Moment(moment.study(), position, knownAt), own.subjects());
    }

    /** @param together from {@link #together} */
    Figure figure(
            Known together,
            Protocol protocol,
            OutcomeDefinition definition,
            AsKnownAt asked,
            LocalDate cutoff,
            Publication publication) {
        AsKnownAt then = asked instanceof AsKnownAt.Latest
                ? new AsKnownAt.Position(together.moment().position())
                : asked;
        List<HeldStudy> held = new ArrayList<>();
        for (StudyId study : definition.studies()) {
            records.known(study, instant(together, then))
                    .flatMap(known -> known.study()
                            .protocol()
                            .map(theirs -> new HeldStudy(
                                    study,
                                    known.moment().position(),
                                    theirs,
                                    known.subjects(),
                                    known.study().batches(),
                                    cutoff)))
                    .ifPresent(held::add);
        }
        return new Pool(protocol, definition)
                .figure(held, together.study().conduct().aggregates(), publication);
    }

    private Map<StudyId, Known> others(Known own, OutcomeDefinition definition, AsKnownAt asked) {
        Map<StudyId, Known> others = new LinkedHashMap<>();
        for (StudyId study : definition.studies()) {
            records.studyOnly(study, instant(own, asked)).ifPresent(known -> others.put(study, known));
        }
        return others;
    }

    /** A day ends for all studies when it ends in the zone of the one that asks. */
    private static AsKnownAt instant(Known own, AsKnownAt asked) {
        return asked instanceof AsKnownAt.EndOf day
                ? new AsKnownAt.Moment(
                        day.in(own.study().protocols().getFirst().protocol().zone()))
                : asked;
    }
}
