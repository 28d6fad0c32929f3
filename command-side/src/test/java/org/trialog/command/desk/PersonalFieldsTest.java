package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Act;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.Screening;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class PersonalFieldsTest {

    private static final String NOTE = "fell from the sofa at her grandmother's in Hjo";
    private static final String NOTE_AFTER = "fell from a sofa in Hjo";
    private static final String WHY = "her grandmother Greta rang";
    private static final String BORN = "2023-11-17";
    private static final SubjectId SUBJECT = new SubjectId("SE-1");
    private static final RecordId FRACTURE = new RecordId("fracture-1");
    private static final Sender DATA_MANAGER =
            new Sender("dora", Role.DATA_MANAGER, null, Source.API, "test", null, null);
    private static final Reason IN_ERROR = new Reason("entered-in-error", null);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk desk = new TestDesk(database);
    private final StudyId study = desk.openStudy("s1");
    private final Sealing sealing = new SubjectKeys(database.command()).sealing(study, SUBJECT);
    private final Personal<ClinicalDate> born = sealing.seal(ClinicalDate.of(BORN));
    private final Personal<String> note = sealing.seal(NOTE);
    private final Personal<String> noteAfter = sealing.seal(NOTE_AFTER);
    private final Personal<String> why = sealing.seal(WHY);

    @Test
    void wordsAndBirthDatesStandInNoTableInClear() {
        recorded();
        desk.place();

        for (Personal<?> field : List.of(born, note, noteAfter, why)) {
            assertThat(holding(field.ciphertext())).containsExactly("store.event");
        }
        for (String clear : List.of(NOTE, NOTE_AFTER, WHY, BORN)) {
            assertThat(holding(clear)).isEmpty();
        }
        assertThat(opened(note)).contains(NOTE);
        assertThat(opened(noteAfter)).contains(NOTE_AFTER);
        assertThat(opened(why)).contains(WHY);
        assertThat(opened(born)).contains(BORN);
    }

    @Test
    void rule43_redactedIsTheFieldInEveryEventOfItsRecordAndNothingBesideIt() {
        recorded();
        desk.place();
        List<String> leaves = leaves();

        send(new Act.Redact(FRACTURE, "note", IN_ERROR));
        desk.place();

        assertThat(opened(note)).isEmpty();
        assertThat(opened(noteAfter)).isEmpty();
        assertThat(holding(note.key())).as("the key is named, and kept nowhere").containsExactly("store.event");
        assertThat(opened(why)).contains(WHY);
        assertThat(opened(born)).contains(BORN);
        assertThat(leaves()).as("what was recorded stands as it stood").startsWith(leaves.toArray(String[]::new));
        assertThat(rehashed()).isEqualTo(leaves());
    }

    @Test
    void rule43_theWordsOfAReasonAreRedactedUnderTheirRecord() {
        recorded();
        send(new Act.Redact(FRACTURE, "reasonWords", IN_ERROR));
        assertThat(opened(why)).isEmpty();
        assertThat(opened(noteAfter)).contains(NOTE_AFTER);
    }

    @Test
    void rule43_aRedactionAndItsDestructionCommitTogetherOrNotAtAll() {
        recorded();
        long events = desk.events();
        database.superuser().sql("""
            create function store.fail() returns trigger language plpgsql as
            $$ begin raise exception 'the disk is full'; end $$
            """).update();

        alter("create trigger fails before insert on store.event for each row execute function store.fail()");
        assertThatThrownBy(() -> send(new Act.Redact(FRACTURE, "note", IN_ERROR)))
                .isInstanceOf(RuntimeException.class);
        assertThat(opened(note)).as("no event, so no destruction").contains(NOTE);
        alter("drop trigger fails on store.event");

        alter("create trigger fails before delete on keys.field_key for each row execute function store.fail()");
        assertThatThrownBy(() -> send(new Act.Redact(FRACTURE, "note", IN_ERROR)))
                .isInstanceOf(RuntimeException.class);
        assertThat(desk.events()).as("no destruction, so no event").isEqualTo(events);
        assertThat(opened(note)).contains(NOTE);
    }

    @Test
    void theKeysOfARefusedOrderAreNotKept() {
        recorded();
        Personal<String> late = sealing.seal("too late");
        assertThatThrownBy(() -> desk.orders.carryOut(
                        SubjectOrder.of(study, SUBJECT, new Act.AnswerQuery(new RecordId("query-9"), late))
                                .with(sealing.keys()),
                        TestDesk.COORDINATOR))
                .isInstanceOf(RuntimeException.class);
        assertThat(keysKept()).isEqualTo(4);
    }

    @Test
    void aFactWhoseKeyNobodyBringsIsNotRecorded() {
        recorded();
        long events = desk.events();
        Fracture next = fracture(sealing.seal("x"));
        assertThatThrownBy(() -> desk.give(study, SUBJECT.value(), next))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not come with its order");
        assertThat(desk.events()).isEqualTo(events);
    }

    @Test
    void allOfASubjectGoesWithTheSubjectsKey() {
        recorded();
        database.superuser().sql("delete from keys.subject_key").update();
        assertThat(keysKept()).isZero();
        assertThat(opened(note)).isEmpty();
    }

    /** A screening, a birth, a fracture with a note, and its correction with another note and a reason. */
    private void recorded() {
        AgeOn age = AgeOn.of(new DateRange(LocalDate.parse(BORN), LocalDate.parse(BORN)), LocalDate.of(2024, 2, 1));
        SubjectOrder first = new SubjectOrder(
                study,
                SUBJECT,
                List.of(
                        Act.Make.of(new Screening(ClinicalDate.of("2024-02-01"), TestDesk.SITE)),
                        Act.Make.of(new Birth(born, age, null, "F")),
                        Act.Make.of(fracture(note))),
                Strictness.LIVE,
                false,
                null,
                sealing.keys());
        desk.orders.carryOut(first, TestDesk.COORDINATOR, new Idempotency("anna", "/p", "k", "00"));
        desk.orders.carryOut(
                SubjectOrder.of(
                                study,
                                SUBJECT,
                                new Act.Correct(FRACTURE, fracture(noteAfter), new Reason("transcription-error", why)))
                        .with(sealing.keys()),
                TestDesk.COORDINATOR);
    }

    private static Fracture fracture(Personal<String> withNote) {
        return new Fracture(
                ClinicalDate.of("2024-03-01"),
                Bone.FEMUR,
                Laterality.LEFT,
                Mechanism.LOW_ENERGY,
                FractureSource.RADIOGRAPH,
                Confirmation.CONFIRMED,
                null,
                null,
                withNote);
    }

    private void send(Act act) {
        desk.orders.carryOut(SubjectOrder.of(study, SUBJECT, act), DATA_MANAGER);
    }

    private void alter(String trigger) {
        database.superuser().sql(trigger).update();
    }

    /** As the query side opens it: by what the key tables hold. */
    private Optional<String> opened(Personal<?> field) {
        return database.superuser()
                .sql("""
                    select f.wrapped, s.id, s.secret from keys.field_key f join keys.subject_key s on s.id = f.subject_key
                    where f.id = :id
                    """)
                .param("id", field.key())
                .query((row, number) -> new SubjectKey(row.getString(2), row.getBytes(3))
                        .unwrap(field.key(), row.getBytes(1))
                        .open(new Personal<String>(field.key(), field.ciphertext()), text -> text))
                .optional();
    }

    private long keysKept() {
        return database.superuser()
                .sql("select count(*) from keys.field_key")
                .query(Long.class)
                .single();
    }

    private List<String> leaves() {
        return database.superuser()
                .sql("select encode(leaf, 'hex') from store.position order by position")
                .query(String.class)
                .list();
    }

    private List<String> rehashed() {
        return database.superuser().sql("""
            select encode(store.leaf(e), 'hex') from store.position p
            join store.event e on e.store_sequence = p.store_sequence order by p.position
            """).query(String.class).list();
    }

    /** The tables of all our schemas that hold the text anywhere. */
    private List<String> holding(String text) {
        return database.superuser().sql("""
            select table_schema || '.' || table_name from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema in ('store', 'keys', 'public')
            """).query(String.class).list().stream()
                .filter(table -> database.superuser()
                        .sql("select exists (select from " + table + " t where position(:text in t::text) > 0)")
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
