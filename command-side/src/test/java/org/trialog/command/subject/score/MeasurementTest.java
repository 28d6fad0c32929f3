package org.trialog.command.subject.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.guardianConsent;
import static org.trialog.command.subject.Records.height;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.weight;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.clinical.Prediction;

class MeasurementTest {
    private final Clinic screened = Clinic.opens().knows(screening("2023-02-01"), guardianConsent("2023-02-20"));
    private final Clinic child = screened.knows(birth("2023-01-10", "40+0"));

    @Test
    void rule30_whatCannotBeMeasuredIsRefused() {
        child.neverTrue(30, "impossible-value", weight("2023-04-01", "-3", "kg"));
        child.neverTrue(30, "impossible-value", height("2023-04-01", "-3"));
        child.neverTrue(30, "impossible-value", height("2023-04-01", "300.1"));
        child.neverTrue(30, "impossible-value", density("-20.1"));
        child.trusts("impossible-value", density("-2.5"));
        child.trusts("impossible-value", weight("2023-04-01", "0", "kg"));
    }

    @Test
    void rule30_aValueHasNoMoreDecimalsThanTheProtocolMeasures() {
        child.neverTrue(30, "too-many-decimals", height("2023-04-01", "61.25"));
        child.trusts("too-many-decimals", height("2023-04-01", "61.50"));
        child.trusts("too-many-decimals", weight("2023-04-01", "5.125", "kg"));
    }

    @Test
    void rule30_whatIsPlausibleDependsOnTheAge() {
        child.trusts("implausible-value", height("2023-04-01", "35"));
        child.doubts("implausible-value", height("2024-01-10", "35"));
        child.trusts("implausible-value", height("2024-01-09", "35"));
        child.doubts("implausible-value", height("2023-04-01", "95"));
        child.trusts("implausible-value", height("2024-01-10", "95"));
    }

    @Test
    void rule30_anAgeThatIsOpenLeavesTheRangeOpen() {
        Clinic someDay = screened.knows(birth("2023-01", null));

        someDay.doubts("possibly-implausible-value", height("2024-01-20", "35"));
        someDay.doubts("implausible-value", height("2024-02-01", "35"));
        child.doubts("possibly-implausible-value", height("2024-01", "35"));
        child.doubts("implausible-value", height("2024-01", "25"));
    }

    @Test
    void rule30_withoutABirthOnlyWhatNoAgeAllowsIsImplausible() {
        screened.trusts("implausible-value", height("2024-02-01", "35"));
        screened.doubts("implausible-value", height("2024-02-01", "251"));

        assertThat(screened.knows(height("2024-02-01", "35"), birth("2023-01-10", null))
                        .flags("measurement-1"))
                .contains("implausible-value");
    }

    @Test
    void aPredictionIsATimeInAKnownUnit() {
        child.neverTrue(0, "prediction-not-positive", prediction("0", "months"));
        child.neverTrue(0, "prediction-unit-unknown", prediction("70.8", "moons"));
        child.trusts("prediction-not-positive", prediction("70.8", "months"));
    }

    private static Measurement density(String value) {
        return new Measurement(on("2023-04-01"), "bone-density-t", new BigDecimal(value), null, "SD", null);
    }

    private static Prediction prediction(String value, String unit) {
        return new Prediction(on("2023-04-01"), "ENCALS", "1", "survival", new BigDecimal(value), unit, "diagnosis");
    }
}
