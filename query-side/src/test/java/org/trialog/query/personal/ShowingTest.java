package org.trialog.query.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trialog.events.personal.FieldKey;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.history.Databases;
import org.trialog.query.personal.Showing.Standing;

/** The keys are those of a real database, read with the rights of the query side. */
class ShowingTest {

    private static final SubjectId ANNA = new SubjectId("S-1");
    private static final SubjectId BO = new SubjectId("S-2");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<SubjectId, SubjectKey> KEYS = new HashMap<>();

    private static HikariDataSource database;
    private static HikariDataSource querySide;

    @BeforeAll
    static void open() {
        database = Databases.freshWithStore();
        querySide = Databases.asQuerySide(database);
        for (SubjectId subject : List.of(ANNA, BO)) {
            SubjectKey key = key(subject);
            new JdbcTemplate(database)
                    .update(
                            "insert into keys.subject_key (id, study, subject, secret) values (?, 'bones', ?, ?)",
                            key.id(),
                            subject.value(),
                            key.secret());
        }
    }

    @AfterAll
    static void close() {
        querySide.close();
        database.close();
    }

    @Test
    void wordsAreShownAndEverythingElseStaysAsItWasWritten() {
        String answer = "{\"value\":120.70,\"n\":null,\"notes\":[{\"note\":%s}],\"key\":\"k\",\"of\":{\"key\":\"a\"}}"
                .formatted(json(sealed(ANNA, "fell")));
        assertThat(showing(true).show(answer))
                .isEqualTo("{\"value\":120.70,\"n\":null,\"notes\":[{\"note\":{\"text\":\"fell\"}}],\"key\":\"k\","
                        + "\"of\":{\"key\":\"a\"}}");
    }

    @Test
    void aBirthDateIsShownToWhoMaySeeItOnly() {
        String answer = "{\"birthDate\":%s}".formatted(json(sealed(ANNA, "2023-03-10")));
        assertThat(showing(true).show(answer)).isEqualTo("{\"birthDate\":{\"text\":\"2023-03-10\"}}");
        assertThat(showing(false).show(answer)).isEqualTo("{\"birthDate\":{\"withheld\":true}}");
    }

    @Test
    void rule43_whatIsErasedNamesTheRedactionAndItsNeighbourStillOpens() {
        Personal<String> erased = sealed(ANNA, "her name is Greta");
        Personal<String> neighbour = sealed(ANNA, "fell");
        new JdbcTemplate(database).update("delete from keys.field_key where id = ?", erased.key());
        Showing showing =
                new Showing(new OpenableKeys(querySide), () -> new Standing(Set.of(), Map.of(erased.key(), 17L)), true);
        assertThat(showing.show("{\"note\":%s,\"other\":%s}".formatted(json(erased), json(neighbour))))
                .isEqualTo("{\"note\":{\"erased\":true,\"by\":17},\"other\":{\"text\":\"fell\"}}");
        assertThat(showing(true).show("{\"note\":%s}".formatted(json(erased))))
                .as("a key that is gone without a redaction")
                .isEqualTo("{\"note\":{\"erased\":true,\"by\":null}}");
    }

    @Test
    void rule43_ofARestrictedSubjectNobodySeesAPersonalField() {
        Showing showing = new Showing(new OpenableKeys(querySide), () -> new Standing(Set.of(BO), Map.of()), true);
        assertThat(showing.show("[{\"note\":%s},{\"note\":%s},{\"birthDate\":%s}]"
                        .formatted(json(sealed(ANNA, "fell")), json(sealed(BO, "fell")), json(sealed(BO, "2023")))))
                .isEqualTo("[{\"note\":{\"text\":\"fell\"}},{\"note\":{\"restricted\":true}},"
                        + "{\"birthDate\":{\"restricted\":true}}]");
    }

    @Test
    void linesComeInTheirOrderHoweverMany() {
        List<String> shown = new ArrayList<>();
        ShownLines lines = new ShownLines(showing(true), shown::add);
        List<String> expected = new ArrayList<>();
        for (int line = 0; line < 1_203; line++) {
            boolean personal = line % 3 == 0;
            lines.take(personal ? "{\"note\":%s}".formatted(json(sealed(ANNA, "n" + line))) : "{\"n\":" + line + "}");
            expected.add(personal ? "{\"note\":{\"text\":\"n" + line + "\"}}" : "{\"n\":" + line + "}");
        }
        lines.finish();
        assertThat(shown).isEqualTo(expected);
    }

    private static Showing showing(boolean birthDates) {
        return new Showing(new OpenableKeys(querySide), () -> new Standing(Set.of(), Map.of()), birthDates);
    }

    private static Personal<String> sealed(SubjectId subject, String text) {
        FieldKey key = FieldKey.generate("key-" + NUMBER.incrementAndGet());
        new JdbcTemplate(database)
                .update(
                        "insert into keys.field_key (id, subject_key, wrapped) values (?, ?, ?)",
                        key.id(),
                        key(subject).id(),
                        key(subject).wrap(key));
        return key.seal(text);
    }

    private static SubjectKey key(SubjectId subject) {
        return KEYS.computeIfAbsent(subject, id -> SubjectKey.generate("subject-" + id));
    }

    private static String json(Personal<String> sealed) {
        return FactJson.mapper().valueToTree(sealed).toString();
    }
}
