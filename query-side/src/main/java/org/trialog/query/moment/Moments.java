package org.trialog.query.moment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.value.StudyId;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.Place;
import org.trialog.query.history.Settlement;
import org.trialog.query.history.Slice;
import org.trialog.query.problem.Problem;

/**
 * Finds the place that "as known at T" means: the study's history up to its last position whose running maximum of
 * recorded time is at most T. Answered only once nothing earlier can still appear, so the same T has the same answer for
 * ever; a position inside a command is rounded down to the end of the command before.
 */
public final class Moments {

    /** Nothing was recorded before it, and databases know no times long before it. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final History history;
    private final Settlement settlement;
    private final Duration patience;

    /** @param patience how long a question may wait for running writers before it is answered "not yet" */
    public Moments(History history, Settlement settlement, Duration patience) {
        this.history = history;
        this.settlement = settlement;
        this.patience = patience;
    }

    /**
     * The moment of a study.
     *
     * @return empty when nothing of the study was known then
     * @throws Problem 400 {@code as-known-at-in-future}, 503 {@code as-known-at-not-settled}
     */
    public Optional<Moment> find(StudyId study, AsKnownAt asKnownAt) {
        Optional<Place> place =
                switch (asKnownAt) {
                    case AsKnownAt.Latest() -> history.last(study, Long.MAX_VALUE);
                    case AsKnownAt.Position(long position) -> history.last(study, decided(position));
                    case AsKnownAt.Moment(Instant instant) -> history.lastKnown(study, settled(instant));
                    case AsKnownAt.EndOf day -> history.lastKnown(study, settled(day.in(zone(study))));
                };
        return place.map(found -> new Moment(study, found.position(), found.knownAt()));
    }

    private long decided(long position) {
        if (position > history.head()) {
            throw future("Position %d has not happened yet.".formatted(position));
        }
        return history.roundedDown(position);
    }

    /** Recorded times are whole microseconds: a finer moment must not be rounded up to a later one. */
    private Instant settled(Instant asked) {
        Instant at = asked.isBefore(EARLIEST) ? EARLIEST : asked.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(settlement.now())) {
            throw future("%s is in the future: what will be known then is not known yet.".formatted(at));
        }
        if (!settlement.await(at, patience)) {
            throw Problem.notYet(
                    "as-known-at-not-settled",
                    "Something recorded before %s may still be on its way. Ask again in a moment.".formatted(at),
                    Duration.ofSeconds(1));
        }
        return at;
    }

    private static Problem future(String sentence) {
        return Problem.malformed("asKnownAt", "as-known-at-in-future", sentence);
    }

    /** The zone of the first protocol: an amendment cannot change what a day has meant. */
    private ZoneId zone(StudyId study) {
        AtomicReference<ZoneId> first = new AtomicReference<>();
        history.read(Slice.of(study, Long.MAX_VALUE).ofTypes(Set.of("ProtocolPublished")), (HistoryEntry entry) -> {
            if (first.get() == null && entry.fact() instanceof ProtocolPublished published) {
                first.set(Protocol.of(published.definition()).zone());
            }
        });
        ZoneId zone = first.get();
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
