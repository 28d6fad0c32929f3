package org.trialog.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.QueryAnswered;
import org.trialog.events.subject.QueryClosed;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Given facts of a subject, when one more is known, then this is what is known. */
class SupplementsTest {

    private static final RecordId FRACTURE = new RecordId("fracture-1");
    private static final RecordId VERDICT = new RecordId("fracture-refutation-1");
    private static final RecordId EVENT = new RecordId("adverse-event-1");
    private static final Personal<String> WORDS = new Personal<>("key-1", "c2VhbGVk");
    private static final FractureRefutation REFUTED =
            new FractureRefutation(day("2024-02-01"), FRACTURE, FractureSource.RADIOGRAPH, null, null);

    @Test
    void aRefutedFractureIsRefutedAndItsVerdictIsAmongItsPositions() {
        Entry<Fracture> known = fracture(told(suspected(), new Recorded<>(VERDICT, REFUTED)));
        assertThat(known.details().confirmation()).isEqualTo(Confirmation.REFUTED);
        assertThat(known.positions()).containsExactly(1L, 2L);
    }

    @Test
    void whatWasRecordedStaysAsItWasMade() {
        SubjectRecord record = told(suspected(), new Recorded<>(VERDICT, REFUTED));
        assertThat(record.entries().getFirst().details()).isEqualTo(suspected().details());
        assertThat(record.entries().getFirst().positions()).containsExactly(1L);
    }

    @Test
    void theLastVerdictHolds() {
        SubjectRecord record = told(
                suspected(),
                new Recorded<>(VERDICT, REFUTED),
                new Recorded<>(
                        new RecordId("fracture-confirmation-1"),
                        new FractureConfirmation(day("2024-03-01"), FRACTURE, FractureSource.RADIOGRAPH, null, null)));
        assertThat(fracture(record).details().confirmation()).isEqualTo(Confirmation.CONFIRMED);
    }

    @Test
    void rule36_aRetractedVerdictLeavesTheFractureAsItWas() {
        SubjectRecord record = told(suspected(), new Recorded<>(VERDICT, REFUTED), new Retracted<>(VERDICT, REFUTED));
        assertThat(fracture(record).details().confirmation()).isEqualTo(Confirmation.PENDING);
        assertThat(fracture(record).positions()).containsExactly(1L);
    }

    @Test
    void rule36_aCorrectedFractureKeepsItsVerdict() {
        Fracture corrected = fracture(Bone.TIBIA);
        SubjectRecord record = told(
                suspected(),
                new Recorded<>(VERDICT, REFUTED),
                new Corrected<>(FRACTURE, fracture(Bone.FEMUR), corrected));
        assertThat(fracture(record).details().bone()).isEqualTo(Bone.TIBIA);
        assertThat(fracture(record).details().confirmation()).isEqualTo(Confirmation.REFUTED);
        assertThat(fracture(record).positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void rule36_aCorrectedFollowUpIsReadAnew() {
        AdverseEventFollowUp fatal = followUp(AdverseEventOutcome.FATAL);
        AdverseEventFollowUp mild = followUp(AdverseEventOutcome.RECOVERED);
        RecordId id = new RecordId("adverse-event-follow-up-1");
        SubjectRecord died = told(new Recorded<>(EVENT, pneumonia()), new Recorded<>(id, fatal));
        assertThat(event(died).fatal()).isTrue();
        SubjectRecord recovered = died.apply(new Corrected<>(id, fatal, mild), 3, Instant.EPOCH);
        assertThat(event(recovered).fatal()).isFalse();
        assertThat(event(recovered).outcome()).isEqualTo(AdverseEventOutcome.RECOVERED);
    }

    @Test
    void aQueryOfAPersonIsOpenedAnsweredAndClosed() {
        RecordId query = new RecordId("query-1");
        SubjectRecord open = told(suspected(), new QueryOpened(query, FRACTURE, "bone", WORDS));
        assertThat(open.queries().get(query).state()).isEqualTo(Query.State.OPEN);
        SubjectRecord answered = open.apply(new QueryAnswered(query, WORDS), 3, Instant.EPOCH);
        assertThat(answered.queries().get(query).state()).isEqualTo(Query.State.ANSWERED);
        SubjectRecord closed = answered.apply(new QueryClosed(query, null), 4, Instant.EPOCH);
        assertThat(closed.queries().get(query).state()).isEqualTo(Query.State.CLOSED);
        assertThat(closed.queries().get(query).steps())
                .extracting(Query.Step::position)
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void aFlagIsAQueryOfItsRuleThatEndsWithItsCause() {
        RecordId flag = new RecordId("flag-1");
        SubjectRecord raised = told(suspected(), flagged(flag));
        assertThat(raised.queries().get(flag).rule()).isEqualTo(28);
        assertThat(raised.queries().get(flag).state()).isEqualTo(Query.State.OPEN);
        SubjectRecord resolved = raised.apply(new FlagResolved(flag, "corrected"), 3, Instant.EPOCH);
        assertThat(resolved.flags()).isEmpty();
        assertThat(resolved.queries().get(flag).state()).isEqualTo(Query.State.CLOSED);
        assertThat(resolved.queries().get(flag).steps().getLast().because()).isEqualTo("corrected");
    }

    @Test
    void aFlagWhoseQueryWasClosedStaysAndAsksNoMore() {
        RecordId flag = new RecordId("flag-1");
        SubjectRecord closed = told(suspected(), flagged(flag), new QueryClosed(flag, WORDS));
        assertThat(closed.flags()).containsKey(flag);
        assertThat(closed.queries().get(flag).state()).isEqualTo(Query.State.CLOSED);
    }

    @Test
    void aRecordIsReadBackAsItWasWritten() {
        SubjectRecord record = told(
                suspected(),
                new Recorded<>(VERDICT, REFUTED),
                flagged(new RecordId("flag-1")),
                new QueryOpened(new RecordId("query-1"), FRACTURE, null, WORDS),
                new QueryAnswered(new RecordId("query-1"), WORDS),
                new QueryClosed(new RecordId("flag-1"), null),
                new Corrected<>(FRACTURE, fracture(Bone.FEMUR), fracture(Bone.TIBIA)));
        SubjectRecord read = RecordJson.read(RecordJson.write(record));
        assertThat(read).isEqualTo(record);
        SubjectEvent next = new Retracted<>(VERDICT, REFUTED);
        assertThat(read.apply(next, 8, Instant.EPOCH)).isEqualTo(record.apply(next, 8, Instant.EPOCH));
    }

    private static SubjectRecord told(SubjectEvent... events) {
        SubjectRecord told = SubjectRecord.empty(new StudyId("bones"), new SubjectId("S-1"));
        for (SubjectEvent event : events) {
            told = told.apply(event, told.position() + 1, Instant.EPOCH);
        }
        return told;
    }

    private static Recorded<Fracture> suspected() {
        return new Recorded<>(FRACTURE, fracture(Bone.FEMUR));
    }

    private static Fracture fracture(Bone bone) {
        return new Fracture(
                day("2024-01-31"),
                bone,
                Laterality.LEFT,
                Mechanism.LOW_ENERGY,
                FractureSource.PARENT,
                Confirmation.PENDING,
                null,
                null,
                null);
    }

    private static Entry<Fracture> fracture(SubjectRecord record) {
        List<Entry<Fracture>> found = record.of(Fracture.class);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static AdverseEvent pneumonia() {
        return new AdverseEvent(
                day("2024-01-31"), null, "Pneumonia", null, null, null, true, Set.of(), null, null, null, null);
    }

    private static AdverseEvent event(SubjectRecord record) {
        return record.of(AdverseEvent.class).getFirst().details();
    }

    private static AdverseEventFollowUp followUp(AdverseEventOutcome outcome) {
        return new AdverseEventFollowUp(
                ClinicalDate.on(LocalDate.parse("2024-02-10")),
                EVENT,
                Assessor.INVESTIGATOR,
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                outcome,
                null);
    }

    private static RecordFlagged flagged(RecordId flag) {
        return new RecordFlagged(flag, FRACTURE, 28, "refracture", new TreeMap<>(Map.of("days", "12")));
    }

    private static ClinicalDate day(String text) {
        return ClinicalDate.of(text);
    }
}
