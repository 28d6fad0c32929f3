package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.on;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AnalysisReview;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Relatedness;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;

class OwnRecordsTest {

    private final Clinic site = Clinic.opens()
            .knows(childIn("cells"))
            .knows(fracture("2023-06-01", Bone.TIBIA), adverseEvent("2023-06-02"));

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "COORDINATOR", mode = EnumSource.Mode.EXCLUDE)
    void rule37_onlyTheSiteRecordsCorrectsAndRetracts(Role role) {
        Clinic other = site.as(role);

        other.refuses(37, "another-roles-record", fracture("2023-07-01", Bone.FEMUR));
        other.refuses(37, "another-roles-record", Clinic.correction("fracture-1", fracture("2023-06-02", Bone.TIBIA)));
        other.refuses(37, "another-roles-record", Clinic.retraction("fracture-1"));
    }

    @Test
    void rule37_theSponsorAsksTheSiteAnswersTheSponsorCloses() {
        site.refuses(37, "query-is-the-sponsors", Clinic.query("fracture-1"));
        Clinic asked = site.as(Role.DATA_MANAGER).accepts(Clinic.query("fracture-1"));

        asked.refuses(37, "answer-is-the-sites", Clinic.answer("query-1"));
        Clinic answered = asked.as(Role.COORDINATOR).accepts(Clinic.answer("query-1"));
        answered.refuses(37, "query-is-the-sponsors", Clinic.close("query-1"));
        Clinic closed = answered.as(Role.DATA_MANAGER).accepts(Clinic.close("query-1"));
        closed.as(Role.COORDINATOR).refuses(0, "query-closed", Clinic.answer("query-1"));
    }

    @Test
    void rule37_anOpinionIsOfWhomItSays() {
        site.refuses(37, "another-roles-record", opinion(Assessor.SPONSOR));
        site.as(Role.DATA_MANAGER).refuses(37, "another-roles-record", opinion(Assessor.INVESTIGATOR));
        site.as(Role.DATA_MANAGER).knows(opinion(Assessor.SPONSOR));
    }

    @Test
    void rule37_anOpinionIsCorrectedAndRetractedByWhoseItIs() {
        Clinic given = site.as(Role.DATA_MANAGER).knows(opinion(Assessor.SPONSOR));
        String id = "adverse-event-follow-up-1";

        given.as(Role.COORDINATOR).refuses(37, "another-roles-record", Clinic.retraction(id));
        given.as(Role.COORDINATOR)
                .refuses(37, "another-roles-record", Clinic.correction(id, opinion(Assessor.INVESTIGATOR)));
        given.retracts(id);
        Clinic investigators = site.knows(opinion(Assessor.INVESTIGATOR));
        investigators
                .as(Role.DATA_MANAGER)
                .refuses(37, "another-roles-record", Clinic.correction(id, opinion(Assessor.SPONSOR)));
    }

    @Test
    void rule37_aReviewNoteIsNotTheSitesToRetract() {
        AnalysisReview note = new AnalysisReview(on("2024-01-10"), "audit-trail", null, Clinic.WORDS);
        Clinic reviewed = site.as(Role.AUDITOR).knows(note);

        reviewed.as(Role.COORDINATOR).refuses(37, "another-roles-record", Clinic.retraction("analysis-review-1"));
        reviewed.retracts("analysis-review-1");
    }

    @Test
    void rule37_reviewNotesAreOfThoseWhoReview() {
        AnalysisReview note = new AnalysisReview(on("2024-01-10"), "audit-trail", null, Clinic.WORDS);

        site.refuses(37, "another-roles-record", note);
        site.as(Role.AUDITOR).knows(note);
        site.as(Role.INVESTIGATOR).knows(note);
    }

    @Test
    void aRulesFlagIsAQueryThatClosesItselfWithItsCause() {
        Clinic twice = site.knows(fracture("2023-06-10", Bone.TIBIA));
        RecordId flag =
                twice.state().flags(new RecordId("fracture-2")).getFirst().id();
        Clinic answered = twice.accepts(Clinic.answer(flag.value()));
        assertThat(answered.state().query(flag)).hasValueSatisfying(query -> {
            assertThat(query.answered()).isTrue();
            assertThat(query.about()).isEqualTo(new RecordId("fracture-2"));
        });

        Clinic explained = answered.corrects("fracture-2", fracture("2023-06-10", Bone.FEMUR));

        explained.refuses(0, "query-closed", Clinic.answer(flag.value()));
    }

    private static AdverseEventFollowUp opinion(Assessor by) {
        return new AdverseEventFollowUp(
                on("2023-08-01"),
                new RecordId("adverse-event-1"),
                by,
                null,
                null,
                null,
                Set.of(),
                Relatedness.POSSIBLE,
                null,
                null,
                null);
    }
}
