package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusteredKaplanMeierTest {

    static final List<String> CHILDREN = List.of("a", "a", "a", "b", "b", "c", "c", "c", "d", "e");

    static List<Observation> fromEachDoseToTheNext() {
        int[] days = {30, 90, 120, 120, 45, 60, 30, 120, 110, 75};
        int[] events = {1, 0, 0, 0, 1, 1, 1, 0, 0, 1};
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            observations.add(Observation.fromAnchor(days[i], events[i]));
        }
        return observations;
    }

    @Test
    void theDosesOfOneChildAreOneCluster() {
        KaplanMeier curve = KaplanMeier.clustered(fromEachDoseToTheNext(), CHILDREN);

        SurvivalAt day60 = curve.at(60);
        assertNumber(day60.estimate(), 0.6, CLOSED);
        assertNumber(day60.standardError(), 0.1019803902718557, CLOSED);
        assertInterval(day60.interval(), 0.375084635977419, 0.766359201456869, CLOSED);
        assertNumber(curve.rows().getFirst().standardError(), 0.0748331477354788, CLOSED);
        assertNumber(curve.restrictedMean(100).mean(), 74, CLOSED);
        assertNumber(curve.restrictedMean(100).standardError(), 4.21188793773054, CLOSED);
    }

    @Test
    void everyObservationItsOwnClusterIsGreenwood() {
        List<Observation> aml = DataSet.read("aml").observations();
        List<String> own =
                aml.stream().map(o -> java.util.UUID.randomUUID().toString()).toList();
        List<SurvivalRow> clustered = KaplanMeier.clustered(aml, own).rows();
        List<SurvivalRow> greenwood = KaplanMeier.of(aml).rows();

        for (int i = 0; i < greenwood.size(); i++) {
            assertNumber(
                    clustered.get(i).standardError(),
                    Numbers.number(greenwood.get(i).standardError()),
                    CLOSED);
        }
        assertThat(clustered).hasSameSizeAs(greenwood);
    }

    @Test
    void oneChildAloneHasNoVariance() {
        KaplanMeier curve = KaplanMeier.clustered(
                List.of(Observation.fromAnchor(10, 1), Observation.fromAnchor(20, 0)), List.of("a", "a"));

        assertNone(curve.at(10).standardError(), "only one subject");
        assertNone(curve.at(10).interval().lower(), "only one subject");
        assertNone(curve.restrictedMean(20).interval().lower(), "only one subject");
    }

    @Test
    void childrenWhoAllDidAlikeShowNoVariation() {
        KaplanMeier curve = KaplanMeier.clustered(
                List.of(
                        Observation.fromAnchor(10, 1),
                        Observation.fromAnchor(20, 0),
                        Observation.fromAnchor(10, 1),
                        Observation.fromAnchor(20, 0)),
                List.of("a", "a", "b", "b"));

        assertNumber(curve.at(10).estimate(), 0.5, CLOSED);
        assertNone(curve.at(10).interval().upper(), "no variation between subjects");
        assertNumber(curve.median().time(), 10, CLOSED);
        assertNone(curve.median().interval().lower(), "the curve has log-log limits nowhere");
    }

    @Test
    void everyObservationNeedsItsSubject() {
        assertThatThrownBy(() -> KaplanMeier.clustered(fromEachDoseToTheNext(), List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10 observations of 1 stated subjects");
    }
}
