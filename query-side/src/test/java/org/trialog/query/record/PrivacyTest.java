package org.trialog.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.Privacy.Redaction;
import org.trialog.query.record.Privacy.Restriction;

class PrivacyTest {

    private static final Instant THEN = Instant.parse("2024-05-01T09:00:00Z");
    private static final RecordId FRACTURE = new RecordId("fracture-1");
    private static final FieldRedacted REDACTED =
            new FieldRedacted(FRACTURE, "note", List.of("k1", "k2"), "entered-in-error");

    @Test
    void rule43_aRedactionSaysWhatAndByWhichFact() {
        assertThat(told(new ProcessingRestricted("objection"), REDACTED)
                        .privacy()
                        .redactions())
                .containsExactly(new Redaction(FRACTURE, "note", List.of("k1", "k2"), "entered-in-error", 2, THEN));
    }

    @Test
    void rule43_aRestrictionHoldsUntilItIsLifted() {
        SubjectRecord restricted = told(REDACTED, new ProcessingRestricted("objection"));
        assertThat(restricted.privacy().restriction()).isEqualTo(new Restriction("objection", 2, THEN));
        assertThat(SubjectLine.of(restricted).restricted()).isTrue();
        SubjectRecord lifted = restricted.apply(new RestrictionLifted("ground-ended"), 3, THEN);
        assertThat(lifted.privacy().restriction()).isNull();
        assertThat(lifted.privacy().redactions())
                .as("what is erased stays erased")
                .hasSize(1);
        assertThat(lifted.version()).isEqualTo(3);
    }

    @Test
    void itIsReadBackAsItWasWritten() {
        SubjectRecord record = told(REDACTED, new ProcessingRestricted("objection"));
        assertThat(RecordJson.read(RecordJson.write(record))).isEqualTo(record);
    }

    private static SubjectRecord told(SubjectEvent... events) {
        SubjectRecord told = SubjectRecord.empty(new StudyId("bones"), new SubjectId("S-1"));
        for (SubjectEvent event : events) {
            told = told.apply(event, told.position() + 1, THEN);
        }
        return told;
    }
}
