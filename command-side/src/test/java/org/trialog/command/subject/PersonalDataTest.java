package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.order.Reason;
import org.trialog.events.clinical.ClinicalEvent;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;

class PersonalDataTest {

    private static final Personal<String> FIRST = new Personal<>("first", "c2VhbGVk");
    private static final Personal<String> SECOND = new Personal<>("second", "c2VhbGVk");
    private static final Personal<String> WHY = new Personal<>("why", "c2VhbGVk");

    private final Clinic known = Clinic.opens()
            .knows(screening("2023-02-01"), birth("2023-01-10", "40+0"), event(FIRST))
            .accepts(new Act.Correct(
                    new RecordId("clinical-event-1"), event(SECOND), new Reason("transcription-error", WHY)));
    private final Clinic office = known.as(Role.DATA_MANAGER);

    @Test
    void rule43_trialDataAreNotErasedWhileRetentionRuns() {
        for (Role role : Role.values()) {
            assertThat(known.as(role)
                            .refuses(43, "retention-runs", new Act.Erase())
                            .sentence())
                    .contains("25 years", "30 years", "restriction", "redactions");
        }
    }

    @Test
    void rule43_aRedactionNamesTheKeysOfEveryVersionOfTheField() {
        assertThat(facts(office, Clinic.redaction("clinical-event-1", "note")))
                .containsExactly(new FieldRedacted(
                        new RecordId("clinical-event-1"), "note", List.of("first", "second"), "entered-in-error"));
        assertThat(facts(office, Clinic.redaction("clinical-event-1", "reasonWords")))
                .containsExactly(new FieldRedacted(
                        new RecordId("clinical-event-1"), "reasonWords", List.of("why"), "entered-in-error"));
    }

    @Test
    void rule43_aBirthDateAndTheWordsOfAQueryAreRedactedToo() {
        office.accepts(Clinic.redaction("birth-1", "birthDate"));
        office.accepts(Clinic.query("birth-1")).accepts(Clinic.redaction("query-1", "question"));
        office.accepts(Clinic.query("birth-1")).refuses(43, "nothing-to-redact", Clinic.redaction("query-1", "answer"));
    }

    @Test
    void rule43_aRetractedRecordsFieldIsRedactedAndALockDoesNotStandInTheWay() {
        known.retracts("clinical-event-1")
                .lockedThrough("2024-12-31")
                .as(Role.DATA_MANAGER)
                .accepts(Clinic.redaction("clinical-event-1", "note"));
    }

    @Test
    void rule43_whatIsRedactedIsNotRedactedAgainButWhatIsEnteredAfterwardsIs() {
        Clinic redacted = office.accepts(Clinic.redaction("clinical-event-1", "note"));
        redacted.refuses(43, "redacted-already", Clinic.redaction("clinical-event-1", "note"));

        Personal<String> third = new Personal<>("third", "c2VhbGVk");
        Clinic corrected = redacted.as(Role.COORDINATOR)
                .corrects("clinical-event-1", event(third))
                .as(Role.DATA_MANAGER);
        assertThat(facts(corrected, Clinic.redaction("clinical-event-1", "note")))
                .containsExactly(new FieldRedacted(
                        new RecordId("clinical-event-1"), "note", List.of("third"), "entered-in-error"));
    }

    @Test
    void rule43_whatIsNotPersonalIsCorrectedOrRetractedInstead() {
        assertThat(office.refuses(43, "field-not-personal", Clinic.redaction("clinical-event-1", "date"))
                        .sentence())
                .contains("correct or retract the record instead", "note, reasonWords");
        office.refuses(0, "record-unknown", Clinic.redaction("fracture-7", "note"));
    }

    @Test
    void rule43_aRestrictionIsSetOnceAndLiftedOnce() {
        assertThat(facts(office, Clinic.restriction())).containsExactly(new ProcessingRestricted("erasure-requested"));
        Clinic restricted = office.accepts(Clinic.restriction());
        restricted.refuses(43, "restricted-already", Clinic.restriction());
        assertThat(facts(restricted, Clinic.lifting())).containsExactly(new RestrictionLifted("request-withdrawn"));
        restricted.accepts(Clinic.lifting()).refuses(43, "not-restricted", Clinic.lifting());
    }

    @Test
    void rule43_theClinicalRecordOfARestrictedSubjectGoesOn() {
        office.accepts(Clinic.restriction()).as(Role.COORDINATOR).knows(event(new Personal<>("third", "c2VhbGVk")));
    }

    @Test
    void rule37_onlyADataManagerRedactsAndRestricts() {
        for (Role role : List.of(Role.COORDINATOR, Role.INVESTIGATOR, Role.AUDITOR)) {
            Clinic other = known.as(role);
            other.refuses(37, "data-managers-decision", Clinic.redaction("clinical-event-1", "note"));
            other.refuses(37, "data-managers-decision", Clinic.restriction());
            other.refuses(37, "data-managers-decision", Clinic.lifting());
        }
    }

    private static ClinicalEvent event(Personal<String> note) {
        return new ClinicalEvent(on("2023-03-01"), null, "rodding-surgery", note);
    }

    private static List<Object> facts(Clinic clinic, Act act) {
        return clinic.accepted(clinic.live(false, act)).facts().stream()
                .<Object>map(Decision.Decided::fact)
                .toList();
    }
}
