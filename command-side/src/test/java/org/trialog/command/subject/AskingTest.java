package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.unscheduled;

import org.junit.jupiter.api.Test;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;

class AskingTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild()).knows(fracture("2023-05-01", Bone.FEMUR));
    private final Clinic asked = child.as(Role.DATA_MANAGER).accepts(Clinic.query("fracture-1"));

    @Test
    void rule37_theSponsorAsksAndTheSiteAnswers() {
        child.refuses(37, "query-is-the-sponsors", Clinic.query("fracture-1"));
        asked.refuses(37, "answer-is-the-sites", Clinic.answer("query-1"));
        Clinic answered = asked.as(Role.COORDINATOR).accepts(Clinic.answer("query-1"));
        assertThat(answered.state().query(new RecordId("query-1")))
                .hasValueSatisfying(query -> assertThat(query.answered()).isTrue());
        Clinic closed = answered.as(Role.DATA_MANAGER).accepts(Clinic.close("query-1"));
        closed.as(Role.COORDINATOR).refuses(0, "query-closed", Clinic.answer("query-1"));
    }

    @Test
    void rule37_nobodyEditsAnotherRolesData() {
        asked.refuses(37, "another-roles-record", unscheduled("2023-06-30"));
        asked.refuses(37, "another-roles-record", Clinic.retraction("fracture-1"));
        child.as(Role.AUDITOR).refuses(37, "another-roles-record", unscheduled("2023-06-30"));
    }

    @Test
    void aQueryIsAboutWhatThereIs() {
        child.as(Role.DATA_MANAGER).refuses(0, "record-unknown", Clinic.query("fracture-9"));
        child.as(Role.DATA_MANAGER).accepts(Clinic.query(null));
        child.refuses(0, "query-unknown", Clinic.answer("query-1"));
    }
}
