package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.authorisation;
import static org.trialog.command.subject.Records.childIn;
import static org.trialog.command.subject.Records.death;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.missed;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.stop;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Surroundings.FirstDose;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.DateRange;

/** Rule 14: when a subject was first dosed, or is to be, as others look at it. */
class FirstDosingTest {
    private final Clinic child = Clinic.opens().knows(childIn("staggered"));

    @Test
    void rule14_theArmIsThatOfTheFirstDoseByItsDateWhateverWasEnteredFirst() {
        Clinic crossed = child.knows(new ArmChange(on("2023-05-01"), new ArmId("cells"), "parents-decision"));
        Clinic enteredLater = crossed.knows(missed(1, "2023-04-11"), dose(2, "2023-06-10"));
        assertThat(first(enteredLater)).contains(given("cells", "2023-06-10"));
        assertThat(first(enteredLater.knows(dose(1, "2023-04-10")))).contains(given("staggered", "2023-04-10"));
    }

    @Test
    void rule14_beforeAnyDoseItIsTheEarliestAuthorisedOne() {
        Clinic authorised = child.knows(authorisation(1, "2023-04-10", null));
        assertThat(first(child)).isEmpty();
        assertThat(first(authorised)).contains(planned("staggered", "2023-04-10"));
        assertThat(first(authorised.knows(authorisation(2, "2023-08-10", null))))
                .contains(planned("staggered", "2023-04-10"));
        assertThat(first(authorised.knows(dose(1, "2023-04-12")))).contains(given("staggered", "2023-04-12"));
    }

    @Test
    void rule14_anAuthorisedDoseCountsNoMoreOnceItIsMissedOrTheTreatmentHasEnded() {
        Clinic authorised = child.knows(authorisation(1, "2023-04-10", null));
        assertThat(first(authorised.knows(missed(1, "2023-04-10")))).isEmpty();
        assertThat(first(authorised.knows(stop("2023-04-01")))).isEmpty();
        assertThat(first(authorised.knows(death("2023-04-01")))).isEmpty();
        assertThat(first(authorised.knows(stop("2023-04-11"))))
                .as("it may have been given before the stop, and not entered yet")
                .contains(planned("staggered", "2023-04-10"));
    }

    private static Optional<FirstDose> first(Clinic clinic) {
        return FirstDosing.of(clinic.state());
    }

    private FirstDose given(String arm, String day) {
        return new FirstDose(child.state().subject(), new ArmId(arm), DateRange.on(LocalDate.parse(day)), false);
    }

    private FirstDose planned(String arm, String day) {
        return new FirstDose(child.state().subject(), new ArmId(arm), DateRange.on(LocalDate.parse(day)), true);
    }
}
