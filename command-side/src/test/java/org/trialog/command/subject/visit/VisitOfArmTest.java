package org.trialog.command.subject.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.CourseRecords.change;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.stop;
import static org.trialog.command.subject.Records.visit;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.TrialOfMothers;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;

class VisitOfArmTest {
    private final Clinic control =
            Clinic.opens().under(TrialOfMothers.version(1)).knows(childIn("untreated"));

    @Test
    void aPlannedVisitIsOneOfTheSubjectsArm() {
        control.doubts("visit-of-another-arm", visit("D1", "2023-03-15"));
        control.doubts("visit-of-another-arm", new MissedVisit(on("2023-03-15"), "D1", "travel"));
        control.trusts("visit-of-another-arm", visit("BL", "2023-03-01"));
        control.knows(change("2023-03-10", "cells")).trusts("visit-of-another-arm", visit("D1", "2023-03-15"));
    }

    @Test
    void rule23_afterTheTreatmentWasStoppedVisitsGoOn() {
        Clinic stopped = Clinic.opens().knows(childIn("cells")).knows(stop("2023-05-01"));

        assertThat(stopped.knows(visit("W2", "2023-05-02"), retrieval("BL", "2023-05-02"))
                        .flags())
                .doesNotContain("retrieval-without-stop", "after-consent-withdrawn", "visit-after-withdrawal");
    }

    @Test
    void rule23_aVisitOfRetrievalFollowsTheStopAndIsAPlannedOne() {
        Clinic treated = Clinic.opens().knows(childIn("cells"));

        Clinic early = treated.doubts("retrieval-without-stop", retrieval("W2", "2023-05-02"));
        assertThat(early.knows(stop("2023-05-01")).flags()).doesNotContain("retrieval-without-stop");
        assertThat(early.knows(stop("2023-05-03")).flags()).contains("retrieval-without-stop");
        treated.knows(stop("2023-05-01")).refuses(0, "visit-code-missing", retrieval(null, "2023-05-02"));
    }

    private static Visit retrieval(String code, String date) {
        return new Visit(on(date), null, code, null, null, VisitType.RETRIEVAL, VisitMode.CLINIC);
    }
}
