package org.trialog.command.subject.treatment;

import static org.trialog.command.subject.Records.authorisation;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.on;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.command.subject.Surroundings.DosingHold;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;

class HoldTest {
    private final Clinic child = Clinic.opens().knows(childIn("cells"));

    @Test
    void rule14_noDoseIsAuthorisedWhileDosingIsHeld() {
        Clinic held = child.held("2023-03-10", "2023-04-01");

        held.neverTrue(14, "dosing-held", authorisation(1, "2023-03-10", null));
        held.neverTrue(14, "dosing-held", authorisation(1, "2023-03-31", null));
        held.trusts("dosing-held", authorisation(1, "2023-03-09", null));
        held.trusts("dosing-held", authorisation(1, "2023-04-01", null));
        child.held("2023-03-10", null).neverTrue(14, "dosing-held", authorisation(1, "2025-01-01", null));
    }

    @Test
    void rule14_aDoseGivenWhileDosingWasHeldIsRecordedAndFlagged() {
        Clinic held = child.held("2023-03-10", "2023-03-20");

        held.doubts("dosing-held", dose(1, "2023-03-10"));
        held.doubts("possibly-dosing-held", dose(1, "2023-03"));
        held.trusts("dosing-held", dose(1, "2023-03-20"));
    }

    @Test
    void rule14_aHoldOfAnArmHoldsThatArm() {
        child.held(hold("cells", null)).doubts("dosing-held", dose(1, "2023-03-10"));
        child.held(hold("boosted", null)).trusts("dosing-held", dose(1, "2023-03-10"));
    }

    @Test
    void rule14_aHoldOfASiteHoldsTheSubjectsThatAreDosedThere() {
        Clinic elsewhere =
                child.knows(new Sharing(on("2023-03-01"), on("2023-06-30"), Clinic.OTHER_SITE, SharingPurpose.DOSING));

        child.held(hold(null, Clinic.SITE)).doubts("dosing-held", dose(1, "2023-03-10"));
        child.held(hold(null, Clinic.OTHER_SITE)).trusts("dosing-held", dose(1, "2023-03-10"));
        elsewhere.held(hold(null, Clinic.OTHER_SITE)).doubts("dosing-held", dose(1, "2023-03-10"));
        elsewhere.held(hold(null, Clinic.SITE)).trusts("dosing-held", dose(1, "2023-03-10"));
        elsewhere.held(hold(null, Clinic.SITE)).doubts("dosing-held", dose(1, "2023-07-01"));
    }

    private static DosingHold hold(String arm, SiteId site) {
        return new DosingHold(
                new RecordId("hold-1"), arm == null ? null : new ArmId(arm), site, LocalDate.parse("2023-03-01"), null);
    }
}
