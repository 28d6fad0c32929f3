package org.trialog.deploy.past;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trialog.events.value.StudyId;
import org.trialog.query.feed.Await;
import org.trialog.query.feed.Feed;
import org.trialog.query.feed.ReadSchema;
import org.trialog.query.history.CopySettlement;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryCopy;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.JdbcHistory;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.moment.Moments;
import org.trialog.query.record.KnownRows;
import org.trialog.query.record.Records;

/** Another server, which never sees more of a study than it is fed, with live figures of its own. */
final class SecondDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final HikariDataSource database = new HikariDataSource();
    private final History history;
    private final Feed feed;

    SecondDatabase() throws IOException {
        server = EmbeddedPostgres.builder().start();
        database.setDataSource(server.getPostgresDatabase());
        ReadSchema.migrate(database);
        history = new JdbcHistory(database, HistoryCopy.RELATION);
        feed = new Feed(history, database);
    }

    /** Feeds what comes next, and says the live figures then. */
    List<String> figuresAfter(StudyId study, List<HistoryEntry> next) {
        new HistoryCopy(database).append(next, Instant.EPOCH);
        if (feed.position() == 0) {
            feed.start();
        }
        assertThat(new Await(history, feed, Duration.ofSeconds(30)).caughtUp()).isTrue();
        Moments moments = new Moments(history, new CopySettlement(database), Duration.ZERO);
        return Questions.figures(new Records(new KnownRows(database), history, moments), study, new AsKnownAt.Latest());
    }

    @Override
    public void close() throws IOException {
        feed.close();
        database.close();
        server.close();
    }
}
