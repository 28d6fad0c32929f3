package org.trialog.command.sdtm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.trialog.command.sdtm.Folders;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.SdtmFolder;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.StudyId;

class StudyDefinitionTest {

    private static final SdtmFolder FOLDER = SdtmFolder.read(Folders.fixture(), StandardCharsets.UTF_8);
    private static final Protocol PROTOCOL = Protocol.of(StudyDefinition.of(
            new StudyId("trialog-fix"), ZoneId.of("Europe/Stockholm"), FOLDER, FOLDER.rows(Domain.DM)));

    @Test
    void titleConditionAndRegistryComeFromTs() {
        assertThat(PROTOCOL.title()).isEqualTo("The importer’s own small study");
        assertThat(PROTOCOL.condition()).isEqualTo("brittle fixtures");
        assertThat(PROTOCOL.registry()).isEqualTo("FIX-0001");
        assertThat(PROTOCOL.version()).isEqualTo(1);
        assertThat(PROTOCOL.zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
    }

    @Test
    void thePlaceboArmIsTheReferenceAndNoArmForbidsDosesAndScreenFailuresAreNone() {
        assertThat(PROTOCOL.arms()).extracting(Arm::id).containsExactly(new ArmId("PBO"), new ArmId("CELLS"));
        assertThat(PROTOCOL.arms()).extracting(Arm::control).containsOnly(false);
        assertThat(PROTOCOL.arms().getFirst().label()).containsEntry("en", "Placebo");
    }

    @Test
    void studyDayOneIsTheDayOfEnrolmentAndThereIsNoDayZero() {
        assertThat(PROTOCOL.visits())
                .extracting(PlannedVisit::code, PlannedVisit::at, PlannedVisit::anchor)
                .containsExactly(
                        tuple("screening", Period.ofDays(-7), Anchor.ENROLMENT),
                        tuple("baseline", Period.ZERO, Anchor.ENROLMENT),
                        tuple("week-4", Period.ofDays(27), Anchor.ENROLMENT),
                        tuple("end-of-study", null, Anchor.ENROLMENT));
        assertThat(PROTOCOL.visits()).extracting(PlannedVisit::window).containsOnlyNulls();
    }

    @Test
    void measurementsInstrumentsAndClinicalEventsAreThoseOfTheData() {
        assertThat(PROTOCOL.measurement("weight").orElseThrow().unit()).isEqualTo("kg");
        assertThat(PROTOCOL.measurement("height").orElseThrow().unit()).isEqualTo("cm");
        assertThat(PROTOCOL.instrument("pain-vas").orElseThrow().maximum()).isEqualByComparingTo("3.5");
        assertThat(PROTOCOL.clinicalEvents()).contains("rod-surgery", "final-lab-visit", "death");
    }

    @Test
    void theOutcomesAreThoseThatTheDataCanSaySomethingAboutAndSayWhoDefinedThem() {
        assertThat(PROTOCOL.outcomes())
                .extracting(OutcomeDefinition::id)
                .contains("time-to-first-dermatologic-event", "adverse-event-rate", "fracture-rate");
        assertThat(PROTOCOL.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.label().get("en")).contains("defined by the import");
            assertThat(outcome.anchor()).isEqualTo(Anchor.FIRST_DOSE);
        });
    }
}
