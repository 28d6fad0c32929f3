package org.trialog.command.subject.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.assessment;
import static org.trialog.command.subject.Records.clinicalEvent;
import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.on;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.weight;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Measurement;

class ScoreRulesTest {
    private final Clinic child = Clinic.opens().knows(enrolledChild());

    @Test
    void rule30_anInstrumentIsOneOfTheProtocolsInItsVersion() {
        child.neverTrue(0, "instrument-unknown", assessment("womac", "20"));
        child.neverTrue(
                30,
                "instrument-version",
                new Assessment(on("2023-04-01"), "pain", "2", new TreeMap<>(), BigDecimal.ONE, null));
    }

    @Test
    void rule30_itemsAreKnownAndWithinTheirRange() {
        child.neverTrue(30, "item-unknown", assessment("pain", null, "9", 1));
        child.neverTrue(30, "item-out-of-range", assessment("pain", null, "1", 5));
        child.neverTrue(30, "item-out-of-range", assessment("pain", null, "1", -1));
        child.trusts("item-out-of-range", assessment("pain", null, "1", 4));
    }

    @Test
    void rule30_theTotalIsWhatTheItemsGive() {
        child.neverTrue(30, "total-out-of-range", assessment("pain", "13"));
        child.neverTrue(30, "total-of-incomplete-items", assessment("pain", "3", "1", 3));
        child.neverTrue(30, "total-not-of-items", assessment("pain", "8", "1", 3, "2", 2, "3", 2));
        child.trusts("total-not-of-items", assessment("pain", "7", "1", 3, "2", 2, "3", 2));
        child.trusts("total-not-of-items", assessment("pain", "7.5", "1", 3, "2", 2));
        child.neverTrue(30, "total-not-of-items", assessment("pain", "10", "1", 3, "2", 2));
        child.neverTrue(30, "assessment-empty", assessment("pain", null));
    }

    @Test
    void rule30_ofAlternativeItemsOneCounts() {
        child.trusts("total-not-of-items", assessment("alsfrs-r", "6", "1", 3, "5b", 3));
        child.neverTrue(30, "total-not-of-items", assessment("alsfrs-r", "7", "1", 3, "5b", 3));
    }

    @Test
    void rule30_aMeasurementIsKnownAndInItsUnit() {
        child.neverTrue(
                0,
                "measurement-unknown",
                new Measurement(on("2023-04-01"), "wieght", BigDecimal.TEN, null, "kg", null));
        child.neverTrue(30, "measurement-unit", weight("2023-04-01", "9", "g"));
        child.neverTrue(30, "measurement-unit", weight("2023-04-01", "9", null));
        child.neverTrue(30, "measurement-empty", new Measurement(on("2023-04-01"), "weight", null, null, "kg", null));
    }

    @Test
    void rule30_anImplausibleValueIsFlagged() {
        child.doubts("implausible-value", weight("2023-04-01", "900", "kg"));
        child.doubts("implausible-value", weight("2023-04-01", "0.2", "kg"));
        child.trusts("implausible-value", weight("2023-04-01", "150", "kg"));
    }

    @Test
    void anImportBringsWhatAProtocolMadeFromItDoesNotDeclare() {
        assertThat(Clinic.opensBare()
                        .imports(
                                screening("2023-02-01"),
                                weight("2023-04-01", "9", "LB"),
                                assessment("ADAS", "20"),
                                clinicalEvent("2023-04-01", "SYNCOPE"))
                        .flags())
                .isEmpty();
    }
}
