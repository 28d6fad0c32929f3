package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Act;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Reason;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.clinical.Screening;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

class PersonalFieldsTest {

    private static final String WORDS = "fell from the sofa at her grandmother's in Hjo";
    private static final String BORN = "2023-11-17";
    private static final SubjectId SUBJECT = new SubjectId("SE-1");

    private final TestDatabase database = TestDatabase.fresh();
    private final TestDesk desk = new TestDesk(database);
    private final SubjectKeys keys = new SubjectKeys(database.command());

    @Test
    void wordsAndBirthDatesStandInNoTableInClear() {
        StudyId study = desk.openStudy("s1");
        Personal<ClinicalDate> born = keys.seal(study, SUBJECT, ClinicalDate.of(BORN));
        Personal<String> words = keys.seal(study, SUBJECT, WORDS);
        LocalDate screened = LocalDate.of(2024, 2, 1);
        AgeOn age = AgeOn.of(new DateRange(LocalDate.parse(BORN), LocalDate.parse(BORN)), screened);
        SubjectOrder first = new SubjectOrder(
                study,
                SUBJECT,
                List.of(
                        Act.Make.of(new Screening(ClinicalDate.of("2024-02-01"), TestDesk.SITE)),
                        Act.Make.of(new Birth(born, age, null, "F")),
                        Act.Make.of(new MedicalHistory(ClinicalDate.of("2024-01"), null, "ASTHMA"))),
                Strictness.LIVE,
                false,
                null);
        Idempotency key = new Idempotency("anna", "/p", "k", "00");
        var accepted = desk.orders.carryOut(first, TestDesk.COORDINATOR, key);
        desk.orders.carryOut(
                SubjectOrder.of(
                        study,
                        SUBJECT,
                        new Act.Correct(
                                accepted.records().get(2).id(),
                                new MedicalHistory(ClinicalDate.of("2024-01"), null, "ECZEMA"),
                                new Reason("transcription-error", words))),
                TestDesk.COORDINATOR);
        desk.place();

        assertThat(holding("ECZEMA")).containsExactly("store.event");
        assertThat(holding(words.ciphertext())).containsExactly("store.event");
        assertThat(holding(born.ciphertext())).containsExactly("store.event");
        assertThat(holding(WORDS)).isEmpty();
        assertThat(holding(BORN)).isEmpty();
        assertThat(new SubjectKeys(database.command()).open(words, text -> text))
                .contains(WORDS);
        assertThat(new SubjectKeys(database.command()).open(born, ClinicalDate::of))
                .contains(ClinicalDate.of(BORN));
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
