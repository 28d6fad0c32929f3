package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.adverseEvent;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.visit;
import static org.trialog.command.subject.Records.weight;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.Act;
import org.trialog.command.subject.Surroundings.DataCut;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AdverseEventOutcome;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;

class LockedDataTest {

    private static final LocalDate CUT = LocalDate.parse("2023-08-31");

    private final Clinic open = Clinic.opens()
            .knows(childIn("cells"))
            .knows(fracture("2023-06-01", Bone.TIBIA), visit("BL", "2023-03-02"), adverseEvent("2023-06-02"));
    private final Clinic locked = open.lockedThrough("2023-08-31");

    @Test
    void rule38_nothingDatedOnOrBeforeTheCutIsMadeCorrectedOrRetracted() {
        locked.refuses(38, "locked", fracture("2023-08-31", Bone.FEMUR));
        locked.refuses(38, "locked", Clinic.correction("fracture-1", fracture("2023-06-02", Bone.TIBIA)));
        locked.refuses(38, "locked", Clinic.retraction("fracture-1"));
    }

    @Test
    void rule38_noDeviationOpensALock() {
        locked.refuses(38, "locked", new Act.Make(fracture("2023-08-01", Bone.FEMUR), Clinic.WORDS, null));
    }

    @Test
    void rule38_aRecordIsNeitherMovedOutOfTheCutNorIntoIt() {
        Clinic later = open.knows(fracture("2023-10-01", Bone.FEMUR)).lockedThrough("2023-08-31");

        later.refuses(38, "locked", Clinic.correction("fracture-1", fracture("2023-10-01", Bone.TIBIA)));
        later.refuses(38, "locked", Clinic.correction("fracture-2", fracture("2023-08-01", Bone.FEMUR)));
    }

    @Test
    void rule38_followUpAfterTheCutGoesOn() {
        locked.trusts("locked", unscheduled("2023-09-01"));
    }

    @Test
    void rule38_aPartialDateThatReachesIntoTheCutIsRecordedAndFlagged() {
        locked.doubts("possibly-locked", fracture("2023", Bone.FEMUR));
    }

    @Test
    void rule38_reportsOfSeriousAdverseEventsAreAlwaysAccepted() {
        locked.knows(adverseEvent(
                "2023-07-01", 3, true, AdverseEventOutcome.RECOVERED, SeriousnessCriterion.HOSPITALISATION));
        locked.knows(followUp(true));

        locked.refuses(38, "locked", followUp(null));
        locked.refuses(38, "locked", adverseEvent("2023-07-01"));
    }

    @Test
    void rule38_anImportedRowUnderALockIsRejected() {
        assertThat(locked.imported(Clinic.rows(fracture("2023-08-01", Bone.FEMUR)))
                        .rows())
                .extracting(row -> row.verdict().name() + " " + row.rule() + " " + row.reason())
                .containsExactly("REJECTED 38 locked");
    }

    @Test
    void rule38_aCutOfASiteASubjectOrAVisitLocksThatAlone() {
        cut(Clinic.SITE, null, null).refuses(38, "locked", fracture("2023-08-01", Bone.FEMUR));
        cut(Clinic.OTHER_SITE, null, null).trusts("locked", fracture("2023-08-01", Bone.FEMUR));
        cut(null, "SE-001", null).refuses(38, "locked", fracture("2023-08-01", Bone.FEMUR));
        cut(null, "SE-002", null).trusts("locked", fracture("2023-08-01", Bone.FEMUR));
        cut(null, "SE-001", "BL").trusts("locked", weight("2023-03-02", "5.1", "kg"));
        cut(null, "SE-001", "BL")
                .refuses(38, "locked", weight("2023-03-02", "5.1", "kg").at(new RecordId("visit-1")));
        cut(null, "SE-001", "BL").refuses(38, "locked", Clinic.retraction("visit-1"));
    }

    @Test
    void rule38_queriesStayOpenUnderALock() {
        Clinic asked = locked.as(Role.DATA_MANAGER).accepts(Clinic.query("fracture-1"));

        asked.as(Role.COORDINATOR).accepts(Clinic.answer("query-1"));
    }

    private Clinic cut(SiteId site, String subject, String visit) {
        return open.locked(
                new DataCut(new RecordId("cut-1"), site, subject == null ? null : new SubjectId(subject), visit, CUT));
    }

    private static AdverseEventFollowUp followUp(Boolean serious) {
        return new AdverseEventFollowUp(
                on("2023-08-01"),
                new RecordId("adverse-event-1"),
                Assessor.INVESTIGATOR,
                null,
                null,
                serious,
                serious == null ? Set.of() : Set.of(SeriousnessCriterion.HOSPITALISATION),
                null,
                null,
                AdverseEventOutcome.RECOVERING,
                null);
    }
}
