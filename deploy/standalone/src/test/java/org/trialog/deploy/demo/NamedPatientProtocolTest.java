package org.trialog.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trialog.deploy.running.RunningStudy;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.protocol.MeasurementDefinition;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.protocol.ProtocolFile;

class NamedPatientProtocolTest {

    private static final String NAME = "named-patient-v1.yaml";
    private static ProtocolFile file;

    @BeforeAll
    static void read() throws IOException {
        file = ProtocolFile.read(
                NAME, Files.readAllBytes(RunningStudy.protocols().resolve(NAME)));
    }

    @Test
    void itIsReadWithoutADoubtAndSaysThatItIsSynthetic() {
        assertThat(file.doubts()).isEmpty();
        assertThat(file.protocol().study().value()).isEqualTo("named-patient-oi");
        assertThat(file.protocol().synthetic()).isTrue();
        assertThat(Protocol.of(file.definition())).isEqualTo(file.protocol());
    }

    @Test
    void theDoseBeforeBirthFitsBothSourcesAndTheBoosterItsNumberOfCells() {
        DosePlan doses = doses();
        BigDecimal planned = Objects.requireNonNull(doses.perKg());
        BigDecimal allowed = planned.multiply(Objects.requireNonNull(doses.tolerance()));

        assertThat(Objects.requireNonNull(doses.gestation()).from().text()).isEqualTo("31+0");
        assertThat(doses.gestation().to().text()).isEqualTo("32+6");
        assertThat(new BigDecimal("2800000").subtract(planned).abs()).isLessThanOrEqualTo(allowed);
        assertThat(new BigDecimal("3000000").subtract(planned).abs()).isLessThanOrEqualTo(allowed);
    }

    @Test
    void boostersHaveNoNumberAndNoLimit() {
        assertThat(doses().count()).isEqualTo(1);
        assertThat(doses().boosters()).isTrue();
    }

    @Test
    void thereIsAVisitAtEachBirthdayUntilMajority() {
        assertThat(file.protocol().visits().stream().map(PlannedVisit::code)).contains("Y1", "Y8", "Y18", "BOOST");
    }

    @Test
    void rule30_everyMeasurementSaysWhatIsPossible() {
        assertThat(file.protocol().measurements())
                .allSatisfy(measured -> assertThat(measured.mostPossible()).isNotNull())
                .extracting(MeasurementDefinition::code)
                .contains("weight", "height");
    }

    private static DosePlan doses() {
        return Objects.requireNonNull(file.protocol().arms().getFirst().doses());
    }
}
