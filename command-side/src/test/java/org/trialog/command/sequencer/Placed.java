package org.trialog.command.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sequencer promises, checked against everything that was committed, without asking it or its SQL. */
final class Placed {

    private record Row(
            Long position,
            byte[] leaf,
            OffsetDateTime knownAt,
            String eventId,
            String stream,
            long streamSequence,
            String type,
            String revision,
            String recordedAt,
            String appendedAt,
            String metadata,
            String payload,
            String study,
            String commandId) {}

    private Placed() {}

    static void holds(JdbcClient database) {
        List<Row> rows = database.sql("""
            select p.position, p.leaf, p.known_at, e.*
            from store.event e left join store.position p using (store_sequence)
            order by p.position
            """).query(Row.class).list();
        assertThat(database.sql("select count(*) from store.position")
                        .query(Long.class)
                        .single())
                .isEqualTo(rows.size());
        long expected = 0;
        String command = "";
        Set<String> finished = new HashSet<>();
        Map<String, Long> streams = new HashMap<>();
        Map<String, OffsetDateTime> known = new HashMap<>();
        for (Row row : rows) {
            assertThat(row.position()).as("dense, nothing skipped").isEqualTo(++expected);
            if (!row.commandId().equals(command)) {
                assertThat(finished.add(command)).as("contiguous commands").isTrue();
                command = row.commandId();
                assertThat(finished).as("contiguous commands").doesNotContain(command);
            }
            assertThat(row.streamSequence())
                    .as("subjects in order")
                    .isEqualTo(streams.merge(row.stream(), 0L, (last, zero) -> last + 1));
            OffsetDateTime max = known.merge(
                    row.study(),
                    OffsetDateTime.parse(row.recordedAt()),
                    (before, now) -> before.isAfter(now) ? before : now);
            assertThat(row.knownAt()).as("running maximum").isEqualTo(max);
            assertThat(row.leaf()).as("leaf").isEqualTo(leaf(row));
        }
    }

    private static byte[] leaf(Row row) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.write(0);
        for (String part : List.of(
                row.eventId(),
                row.stream(),
                Long.toString(row.streamSequence()),
                row.type(),
                row.revision(),
                row.recordedAt(),
                row.appendedAt(),
                row.metadata(),
                row.payload())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            framed.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            framed.writeBytes(bytes);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(framed.toByteArray());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
