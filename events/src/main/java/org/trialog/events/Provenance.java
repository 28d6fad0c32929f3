package org.trialog.events;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.value.Token;

/**
 * What stands beside every fact: when it was recorded, by whom, from where, and why.
 *
 * @param recordedAt one UTC instant per command, set by the server, in microseconds
 * @param actor the authenticated account; {@code local:NAME} for the operating-system user at the command line
 * @param site the performing site, null for facts of the study or a batch
 * @param client what program sent it, null when it did not say
 * @param command shared by all facts of one command
 * @param causation what caused the command, null for a person
 * @param reason coded, where one is required
 * @param reasonWords the same in words
 * @param row identity and digest of the imported row that it came from
 */
public record Provenance(
        Instant recordedAt,
        String actor,
        Role role,
        @Nullable SiteId site,
        Source source,
        @Nullable String client,
        StudyId study,
        @Nullable SubjectId subject,
        String command,
        String correlation,
        @Nullable String causation,
        @Nullable String reason,
        @Nullable Personal<String> reasonWords,
        @Nullable String row) {

    /** ISO 8601 in UTC with exactly six decimals, so that text and time sort alike. */
    public static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    public Provenance {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same, as metadata of a stored event. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("recordedAt", INSTANT.format(recordedAt));
        map.put("actor", actor);
        map.put("role", Token.of(role));
        put(map, "site", site);
        map.put("source", Token.of(source));
        put(map, "client", client);
        map.put("study", study.value());
        put(map, "subject", subject);
        map.put("command", command);
        map.put("correlationId", correlation);
        put(map, "causationId", causation);
        put(map, "reason", reason);
        if (reasonWords != null) {
            map.put("reasonKey", reasonWords.key());
            map.put("reasonWords", reasonWords.ciphertext());
        }
        put(map, "row", row);
        return map;
    }

    /** @throws IllegalStateException when a mandatory entry is missing: the event was not written by this product */
    public static Provenance of(Map<String, ?> map) {
        String site = text(map, "site");
        String subject = text(map, "subject");
        String key = text(map, "reasonKey");
        String words = text(map, "reasonWords");
        return new Provenance(
                Instant.parse(required(map, "recordedAt")),
                required(map, "actor"),
                Token.read(Role.class, required(map, "role")),
                site == null ? null : new SiteId(site),
                Token.read(Source.class, required(map, "source")),
                text(map, "client"),
                new StudyId(required(map, "study")),
                subject == null ? null : new SubjectId(subject),
                required(map, "command"),
                required(map, "correlationId"),
                text(map, "causationId"),
                text(map, "reason"),
                key == null || words == null ? null : new Personal<>(key, words),
                text(map, "row"));
    }

    private static void put(Map<String, String> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value.toString());
        }
    }

    private static @Nullable String text(Map<String, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? null : value.toString();
    }

    private static String required(Map<String, ?> map, String key) {
        String value = text(map, key);
        if (value == null) {
            throw new IllegalStateException("a stored event lacks the metadata entry '" + key + "'");
        }
        return value;
    }
}
