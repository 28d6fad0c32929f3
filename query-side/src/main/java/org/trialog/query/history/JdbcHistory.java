package org.trialog.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * The history in PostgreSQL, in a relation of the shape of the store's read contract: {@code position, known_at,
 * recorded_at, command_id, event_id, study, subject, stream, stream_sequence, type, revision, payload, metadata}.
 */
public final class JdbcHistory implements History {

    private static final Pattern RELATION = Pattern.compile("[a-z_]+\\.[a-z_]+");

    /** Rows in memory at a time: large enough that round trips do not count, small enough for any heap. */
    private static final int PAGE = 2_000;

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final String relation;

    /** @param relation with its schema, as in {@code store.history} */
    public JdbcHistory(DataSource source, String relation) {
        if (!RELATION.matcher(relation).matches()) {
            throw new IllegalArgumentException("'%s' does not name a relation with its schema".formatted(relation));
        }
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.relation = relation;
    }

    @Override
    public long head() {
        List<Long> last = jdbc.queryForList(
                "select position from %s order by position desc limit 1".formatted(relation), Long.class);
        return last.isEmpty() ? 0 : last.getFirst();
    }

    @Override
    public void read(Slice slice, Consumer<HistoryEntry> receiver) {
        Slice rest = slice;
        while (true) {
            List<HistoryEntry> page = page(rest, PAGE);
            page.forEach(receiver);
            if (page.size() < PAGE) {
                return;
            }
            rest = rest.after(page.getLast().position());
        }
    }

    @Override
    public List<HistoryEntry> next(long after, int about) {
        int wanted = about;
        while (true) {
            List<HistoryEntry> page = page(Slice.between(after, Long.MAX_VALUE), wanted + 1);
            if (page.size() <= wanted) {
                return page;
            }
            // One more than wanted was read: it tells whether the last one wanted ends its command.
            String beyond = page.getLast().command();
            int end = page.size() - 1;
            while (end > 0 && page.get(end - 1).command().equals(beyond)) {
                end--;
            }
            if (end > 0) {
                return page.subList(0, end);
            }
            wanted = Math.multiplyExact(wanted, 2);
        }
    }

    @Override
    public List<HistoryEntry> at(StudyId study, Collection<Long> positions) {
        return jdbc.query(
                "select * from %s where position = any (?) and study = ? order by position".formatted(relation),
                (row, number) -> entry(row),
                positions.toArray(Long[]::new),
                study.value());
    }

    @Override
    public long roundedDown(long position) {
        List<String> here = jdbc.queryForList(
                "select command_id from %s where position <= ? order by position desc limit 1".formatted(relation),
                String.class,
                position);
        List<String> beyond = jdbc.queryForList(
                "select command_id from %s where position > ? order by position limit 1".formatted(relation),
                String.class,
                position);
        if (here.isEmpty() || !here.equals(beyond)) {
            return position;
        }
        Long start = jdbc.queryForObject(
                "select min(position) from %s where command_id = ?".formatted(relation), Long.class, here.getFirst());
        return start == null ? position : start - 1;
    }

    @Override
    public Optional<Place> last(StudyId study, long through) {
        return place(
                "select position, known_at from %s where study = ? and position <= ? order by position desc limit 1",
                study.value(), through);
    }

    @Override
    public Optional<Place> lastKnown(StudyId study, Instant at) {
        return place(
                "select position, known_at from %s where study = ? and known_at <= ?"
                        + " order by known_at desc, position desc limit 1",
                study.value(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    @Override
    public OptionalLong endOf(String command) {
        Long end = jdbc.queryForObject(
                "select max(position) from %s where command_id = ?".formatted(relation), Long.class, command);
        return end == null ? OptionalLong.empty() : OptionalLong.of(end);
    }

    @Override
    public News follow() {
        return new ListeningNews(source);
    }

    private Optional<Place> place(String sql, Object... parameters) {
        return jdbc
                .query(
                        sql.formatted(relation),
                        (row, number) -> new Place(row.getLong(1), instant(row, "known_at")),
                        parameters)
                .stream()
                .findFirst();
    }

    @Override
    public List<HistoryEntry> page(Slice slice, int most) {
        StringBuilder sql = new StringBuilder("select * from ").append(relation).append(" where position > ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(slice.after());
        if (slice.through() != Long.MAX_VALUE) {
            sql.append(" and position <= ?");
            parameters.add(slice.through());
        }
        add(sql, parameters, " and study = ?", slice.study());
        add(sql, parameters, " and subject = ?", slice.subject());
        if (!slice.types().isEmpty()) {
            sql.append(" and type = any (?)");
            parameters.add(slice.types().toArray(String[]::new));
        }
        sql.append(" order by position limit ").append(most);
        return jdbc.query(sql.toString(), (row, number) -> entry(row), parameters.toArray());
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value.toString());
        }
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return new HistoryEntry(
                row.getLong("position"),
                instant(row, "known_at"),
                instant(row, "recorded_at"),
                row.getString("command_id"),
                row.getString("event_id"),
                new StudyId(row.getString("study")),
                subject == null ? null : new SubjectId(subject),
                row.getString("stream"),
                row.getLong("stream_sequence"),
                row.getString("type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
