package org.trialog.query.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trialog.events.Fact;
import org.trialog.events.Provenance;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StreamId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactCatalog;
import org.trialog.events.wire.FactJson;

/** Tells a history: commands at recorded times, positions and known times as a sequencer would give them. */
public final class Telling {

    public static final SiteId STOCKHOLM = new SiteId("stockholm");
    public static final SiteId UTRECHT = new SiteId("utrecht");

    private final List<HistoryEntry> entries = new ArrayList<>();
    private final Map<StudyId, Instant> known = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();

    public List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    public long head() {
        return entries.size();
    }

    public HistoryEntry last() {
        return entries.getLast();
    }

    /** Registers a study in the zone of Stockholm, with two sites. */
    public Telling study(StudyId study, Instant at) {
        say(study, null, at, new StudyRegistered(study, "A study", null, null, true));
        say(study, null, at, protocol(study, 1, "Europe/Stockholm", "fracture-free-year-2"));
        say(study, null, at, new SiteOpened(STOCKHOLM, "Stockholm", ZoneId.of("Europe/Stockholm"), "SE"));
        return say(study, null, at, new SiteOpened(UTRECHT, "Utrecht", ZoneId.of("Europe/Amsterdam"), "NL"));
    }

    public static ProtocolPublished protocol(StudyId study, int version, String zone, String... outcomes) {
        String definitions = Stream.of(outcomes).map("""
            {"id":"%s","version":1,"kind":"event-free-interval","event":{"kind":"fracture"},
             "anchor":"enrolment","from":"P0D","to":"P1Y"},
            """::formatted).collect(Collectors.joining());
        String text = """
            {"study":"%s","version":%d,"title":"A study","synthetic":true,"zone":"%s",
             "arms":[{"id":"control"},{"id":"treated"}],"outcomes":[%s{"id":"pooled","version":1,"kind":"pooled","anchor":"enrolment"}]}
            """.formatted(study, version, zone, definitions);
        try {
            return new ProtocolPublished(version, FactJson.mapper().readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** One command. */
    public Telling say(StudyId study, SubjectId subject, Instant at, Fact... facts) {
        String command =
                UUID.nameUUIDFromBytes(("command " + entries.size()).getBytes()).toString();
        for (Fact fact : facts) {
            add(study, subject, at, command, FactCatalog.nameOf(fact), FactJson.write(fact));
        }
        return this;
    }

    /** A command of one fact that no build of today knows. */
    public Telling sayUnknown(StudyId study, SubjectId subject, Instant at) {
        add(study, subject, at, UUID.randomUUID().toString(), "SubjectTeleported", "{\"id\":\"teleport-1\"}");
        return this;
    }

    /** A history of random commands: late entries, corrections, retractions, flags; clocks that run apart. */
    public static Telling random(RandomGenerator random, List<StudyId> studies, int commands) {
        return random(random, studies, commands, 8);
    }

    /** The same, over that many subjects. */
    public static Telling random(RandomGenerator random, List<StudyId> studies, int commands, int subjects) {
        Telling telling = new Telling();
        Instant clock = Instant.parse("2024-01-01T08:00:00.000001Z");
        for (StudyId study : studies) {
            telling.study(study, clock);
        }
        RandomFacts facts = new RandomFacts(random);
        for (int i = 0; i < commands; i++) {
            clock = clock.plus(Duration.ofMillis(random.nextInt(40_000_000)));
            StudyId study = studies.get(random.nextInt(studies.size()));
            SubjectId subject = new SubjectId("S-" + (1 + random.nextInt(subjects)));
            Instant recorded = clock.minus(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(90_000_000) : 0));
            telling.say(study, subject, recorded, facts.of(study, subject));
        }
        return telling;
    }

    private void add(StudyId study, SubjectId subject, Instant at, String command, String type, String payload) {
        Instant running = known.merge(study, at, (one, other) -> one.isAfter(other) ? one : other);
        String stream = (subject == null ? StreamId.of(study) : StreamId.of(study, subject)).value();
        long sequence = sequences.merge(stream, 0L, (before, zero) -> before + 1);
        Provenance provenance = new Provenance(
                at,
                "anna",
                Role.COORDINATOR,
                subject == null ? null : STOCKHOLM,
                Source.API,
                null,
                study,
                subject,
                command,
                command,
                null,
                null,
                null,
                null);
        entries.add(new HistoryEntry(
                entries.size() + 1,
                running,
                provenance.recordedAt(),
                command,
                UUID.nameUUIDFromBytes(("event " + entries.size()).getBytes()).toString(),
                study,
                subject,
                stream,
                sequence,
                type,
                FactCatalog.REVISION,
                payload,
                json(provenance)));
    }

    private static String json(Provenance provenance) {
        try {
            return FactJson.mapper().writeValueAsString(provenance.toMap());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
