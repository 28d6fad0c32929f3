package org.trialog.command.subject.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.missed;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.stop;
import static org.trialog.command.subject.Records.unscheduled;
import static org.trialog.command.subject.Records.visit;
import static org.trialog.command.subject.Records.weight;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.AtVisit;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;

class VisitRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

    @Test
    void aPlannedVisitIsOneOfTheProtocols() {
        child.neverTrue(0, "visit-code-unknown", visit("FU99", "2023-04-01"));
        child.neverTrue(0, "visit-code-unknown", new MissedVisit(on("2023-04-01"), "FU99", "travel"));
        child.refuses(0, "visit-code-missing", visit(null, "2023-04-01"));
    }

    @Test
    void rule20_aVisitOutsideItsWindowIsFlagged() {
        child.trusts("visit-out-of-window", visit("BL", "2023-03-15"));
        Clinic late = child.doubts("visit-out-of-window", visit("BL", "2023-03-16"));
        child.doubts("possibly-visit-out-of-window", visit("BL", "2023-03"));

        assertThat(late.state().flags(new RecordId("visit-1"))).singleElement().satisfies(flag -> {
            assertThat(flag.rule()).isEqualTo(20);
            assertThat(flag.values())
                    .containsEntry("planned", "2023-03-01")
                    .containsEntry("from", "2023-02-15")
                    .containsEntry("through", "2023-03-15")
                    .containsEntry("made", "2023-03-16")
                    .containsEntry("visit", "BL");
        });
    }

    @Test
    void rule20_withoutAWindowNothingIsSaid() {
        child.trusts("visit-out-of-window", visit("W2", "2024-01-01"));
    }

    @Test
    void rule20_theLastDoseIsTheLastOfTheCompletedSeries() {
        Clinic dosed = Clinic.opens().knows(childIn("cells")).knows(dose(1, "2023-03-10"), dose(2, "2023-07-10"));
        dosed.trusts("visit-out-of-window", visit("FU6", "2023-12-01"));

        assertThat(dosed.knows(visit("FU6", "2023-12-01"), missed(3, "2023-11-10"))
                        .flags("visit-1"))
                .containsExactly("visit-out-of-window");
        assertThat(dosed.knows(visit("FU6", "2024-01-11"), stop("2023-11-10")).flags("visit-1"))
                .isEmpty();
    }

    @Test
    void rule20_aDoseAnchorMeansNothingInAControlArm() {
        Clinic control = Clinic.opens().knows(childIn("untreated")).deviates(dose(1, "2023-03-10"));

        control.knows(stop("2023-04-01")).trusts("visit-out-of-window", visit("FU6", "2024-05-01"));
    }

    @Test
    void aPlannedVisitIsMadeOnceAndNotMissedToo() {
        Clinic made = child.knows(visit("BL", "2023-03-02"));

        made.doubts("visit-made-already", visit("BL", "2023-03-09"));
        made.neverTrue(0, "visit-missed-and-made", new MissedVisit(on("2023-03-01"), "BL", "travel"));
        child.knows(new MissedVisit(on("2023-03-01"), "BL", "travel"))
                .doubts("visit-recorded-as-missed", visit("BL", "2023-03-09"));
    }

    @Test
    void whatWasDoneAtAVisitBelongsToIt() {
        Clinic visited = child.acceptsVisit(weight("2023-03-02", "9.1", "kg"), visit("BL", "2023-03-02"));

        assertThat(visited.state().standing(Measurement.class))
                .singleElement()
                .satisfies(held -> assertThat(held.details().visit()).isEqualTo(new RecordId("visit-1")));
    }

    @Test
    void aVisitIsRecordedWholeOrNotAtAll() {
        child.refusesVisit(30, "measurement-unit", visit("BL", "2023-03-02"), weight("2023-03-02", "9.1", "lb"));
        child.refusesVisit(0, "not-one-visit", weight("2023-03-02", "9.1", "kg"));
        child.refusesVisit(0, "not-one-visit", unscheduled("2023-03-02"), visit("BL", "2023-03-02"));
    }

    @Test
    void aRecordNamesAVisitThatThereIs() {
        ClinicalRecord lost = ((AtVisit) fracture("2023-03-02", Bone.FEMUR)).at(new RecordId("visit-7"));
        child.neverTrue(0, "visit-unknown", lost);

        Clinic visited = child.acceptsVisit(visit("BL", "2023-03-02"), fracture("2023-03-02", Bone.FEMUR));
        assertThat(visited.retracts("visit-1").flags()).containsExactly("visit-unknown");
    }
}
