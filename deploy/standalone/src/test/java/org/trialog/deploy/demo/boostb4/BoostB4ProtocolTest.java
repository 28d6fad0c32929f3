package org.trialog.deploy.demo.boostb4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.GestationalAge;

class BoostB4ProtocolTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bothVersionsAreReadWithoutADoubtAndSayThatTheyAreSynthetic(int version) {
        ProtocolFile file = Beginning.protocol(BoostB4Demo.STUDY, version);

        assertThat(file.doubts()).isEmpty();
        assertThat(file.protocol().version()).isEqualTo(version);
        assertThat(file.protocol().synthetic()).isTrue();
        assertThat(file.protocol().registry()).isEqualTo("NCT03706482");
        assertThat(Protocol.of(file.definition())).isEqualTo(file.protocol());
        assertThat(file.protocol().arms())
                .extracting(arm -> arm.id().value())
                .containsExactly("control-prospective", "control-historical", "postnatal", "prenatal-postnatal");
        assertThat(file.protocol().arms())
                .allSatisfy(arm -> assertThat(arm.label()).containsKeys("en", "sv", "zh"));
    }

    @Test
    void theAmendmentRaisesTheAgeLimitFrom12To18Months() {
        assertThat(ageLimit(1)).isEqualTo(Period.ofMonths(12));
        assertThat(ageLimit(2)).isEqualTo(Period.ofMonths(18));
    }

    @Test
    void thePrenatalDoseIsGivenFrom16To35CompletedWeeks() {
        DosePlan doses = Objects.requireNonNull(Beginning.protocol(BoostB4Demo.STUDY, 2)
                .protocol()
                .arm(new ArmId("prenatal-postnatal"))
                .map(Arm::doses)
                .orElseThrow());

        assertThat(Objects.requireNonNull(doses.gestation()).from()).isEqualTo(GestationalAge.of("16+0"));
        assertThat(Objects.requireNonNull(doses.gestation()).to()).isEqualTo(GestationalAge.of("35+6"));
        assertThat(doses.at())
                .containsExactly(Period.ZERO, Period.ofMonths(4), Period.ofMonths(8), Period.ofMonths(12));
    }

    @Test
    void everyOutcomeOfADoseHasAnAnchorForTheUntreated() {
        assertThat(Beginning.protocol(BoostB4Demo.STUDY, 2).protocol().outcomes())
                .allSatisfy(outcome -> assertThat(outcome.controlAnchor()).isEqualTo(Anchor.ENROLMENT));
    }

    @Test
    void theHeadlinesAreWhatTheTrialReports() {
        assertThat(Beginning.protocol(BoostB4Demo.STUDY, 2).protocol().outcomes().stream()
                        .filter(OutcomeDefinition::headline)
                        .map(OutcomeDefinition::id))
                .containsExactly(
                        "fracture-free-year-1",
                        "fracture-free-year-2",
                        "fracture-free-years",
                        "fracture-rate-year-1",
                        "fracture-rate-year-2",
                        "fracture-rate-year-1-all-children",
                        "fracture-rate-year-2-all-children",
                        "time-to-first-fracture",
                        "survival");
    }

    @Test
    void theHeadlinesStandInTheFirstVersionBeforeAnySubject() {
        List<OutcomeDefinition> first =
                Beginning.protocol(BoostB4Demo.STUDY, 1).protocol().outcomes();
        List<OutcomeDefinition> second =
                Beginning.protocol(BoostB4Demo.STUDY, 2).protocol().outcomes();

        assertThat(second).startsWith(first.toArray(OutcomeDefinition[]::new));
        assertThat(second.subList(first.size(), second.size()))
                .extracting(OutcomeDefinition::id)
                .containsExactly("fracture-free-year-2-confirmed");
    }

    @Test
    void thereIsNoThirdVersion() {
        assertThatThrownBy(() -> Beginning.protocol(BoostB4Demo.STUDY, 3)).hasMessageContaining("boostb4-v3.yaml");
    }

    private static Period ageLimit(int version) {
        return Beginning.protocol(BoostB4Demo.STUDY, version).protocol().eligibility().stream()
                .filter(criterion -> criterion.id().equals("corrected-age"))
                .findFirst()
                .orElseThrow()
                .below();
    }
}
