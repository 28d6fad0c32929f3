package org.trialog.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.access.Access.Actor;
import org.trialog.command.access.Access.Source;
import org.trialog.command.access.Access.Told;

class AccessLogTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final Book book = new Book();

    @ParameterizedTest
    @ValueSource(
            strings = {"update door.access set actor = actor", "delete from door.access", "truncate door.access cascade"
            })
    void nobodyChangesTheAccessLog(String change) {
        for (DataSource anybody :
                new DataSource[] {book.database.command(), book.database.query(), book.database.owner()}) {
            assertThatThrownBy(() -> JdbcClient.create(anybody).sql(change).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(append-only|permission denied).*");
        }
        assertThatThrownBy(() ->
                        JdbcClient.create(book.database.owner()).sql(change).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void nothingIsLostInAnOrderlyEndHoweverManyCameAtOnceAndHoweverLittleRoomThereWas() throws Exception {
        AccessLog log = new AccessLog(book.database.command(), NOON, 8);
        log.start();
        List<Callable<Object>> readers = new ArrayList<>();
        for (int reader = 0; reader < 20; reader++) {
            String name = "reader-" + reader;
            readers.add(Executors.callable(() -> IntStream.range(0, 50).forEach(one -> log.soon(read(name, one)))));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
            threads.invokeAll(readers);
        }
        log.close();
        assertThat(book.entries()).hasSize(1_000);
        assertThat(book.entries().stream()
                        .filter(entry -> entry.get("actor").asText().equals("reader-3"))
                        .map(entry -> entry.get("subject").asText()))
                .as("those of one, in their order")
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(one -> "S-" + one).toList());
    }

    @Test
    void whatCannotBeWrittenWaitsUntilItCan() throws Exception {
        AccessLog log = new AccessLog(book.database.command(), NOON, 100);
        book.shut();
        log.start();
        log.soon(read("anna", 1));
        Thread opening = Thread.ofPlatform().start(book::open);
        log.close();
        opening.join();
        assertThat(book.kinds()).containsExactly("read");
    }

    @Test
    void whoeverAsksSeesWhatWasGivenBefore() {
        try (AccessLog log = new AccessLog(book.database.command(), NOON, 100)) {
            log.start();
            for (int one = 1; one <= 3; one++) {
                log.soon(read("anna", one));
                assertThat(log.settled()).isTrue();
                assertThat(book.entries()).hasSize(one);
            }
        }
    }

    @Test
    void anEntrySaysWhoWhenWhatAndWhatBecameOfIt() {
        try (AccessLog log = new AccessLog(book.database.command(), NOON, 100)) {
            log.start();
            log.soon(read("anna", 7));
        }
        assertThat(book.entries().getFirst().without("id").toString()).isEqualTo("""
            {"at":"2026-11-20T12:00:00.000000Z","kind":"read","actor":"anna","role":"auditor","method":"GET",\
            "path":"/api/studies/boostb4/subjects/S-7","study":"boostb4","subject":"S-7","status":200,\
            "address":"127.0.0.1","client":"test"}\
            """);
    }

    private static Access read(String actor, int subject) {
        return new Access(
                AccessKind.READ,
                new Actor(actor, "auditor"),
                new Address("GET", List.of("api", "studies", "boostb4", "subjects", "S-" + subject), null),
                new Source("127.0.0.1", "test"),
                new Told(200, null, null),
                null,
                null);
    }
}
