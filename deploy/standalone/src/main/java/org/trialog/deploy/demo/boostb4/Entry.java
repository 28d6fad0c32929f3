package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentGiver;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.DatingMethod;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Sharing;
import org.trialog.events.clinical.SharingPurpose;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.GestationalAge;

/** The records with which a subject enters the study. */
final class Entry {

    /** The day on which version 2 of the protocol came into force. */
    static final LocalDate AMENDED = LocalDate.of(2020, 3, 2);

    private Entry() {}

    static Screening screening(Story story, LocalDate day) {
        return new Screening(ClinicalDate.on(day), story.home().id());
    }

    /** The birth date is sealed; the age on the day of recording stands beside it. */
    static Birth birth(Story story, LocalDate birth, LocalDate recorded, GestationalAge bornAt) {
        return new Birth(
                story.seal(ClinicalDate.on(birth)),
                AgeOn.of(DateRange.on(birth), recorded),
                bornAt,
                story.random().nextBoolean() ? "F" : "M");
    }

    /** Dated by ultrasound in the twelfth week. */
    static Pregnancy pregnancy(LocalDate expectedDate) {
        return new Pregnancy(ClinicalDate.on(expectedDate.minusWeeks(28)), expectedDate, DatingMethod.ULTRASOUND, 1);
    }

    static Consent consent(LocalDate day, ConsentGiver by) {
        return new Consent(ClinicalDate.on(day), by, day.isBefore(AMENDED) ? 1 : 2);
    }

    static Enrolment enrolment(LocalDate day) {
        return new Enrolment(ClinicalDate.on(day));
    }

    static ArmChoice arm(LocalDate day, String arm) {
        return new ArmChoice(ClinicalDate.on(day), new ArmId(arm), null);
    }

    static List<ClinicalRecord> disease(Story story, LocalDate day) {
        List<ClinicalRecord> facts = new ArrayList<>();
        facts.add(new Covariate(ClinicalDate.on(day), "oi-type", story.random().nextInt(3) == 0 ? "4" : "3"));
        facts.add(new Covariate(ClinicalDate.on(day), "gene", story.random().nextInt(5) < 3 ? "COL1A1" : "COL1A2"));
        facts.add(new Covariate(ClinicalDate.on(day), "glycine-substitution", "yes"));
        return facts;
    }

    /** The dosing hospital sees the child's record; none is needed for its own. */
    static List<ClinicalRecord> sharing(Story story, LocalDate day) {
        return story.home().equals(Hospitals.SE)
                ? List.of()
                : List.of(new Sharing(ClinicalDate.on(day), null, Hospitals.SE.id(), SharingPurpose.DOSING));
    }
}
