package org.trialog.query.statistics;

import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.List;
import org.junit.jupiter.api.Test;

class RestrictedMeanTest {

    private static RestrictedMean of(DataSet data, double tau) {
        return KaplanMeier.of(data.observations()).restrictedMean(tau);
    }

    private static void assertMean(RestrictedMean actual, double mean, double standardError) {
        assertNumber(actual.mean(), mean, CLOSED);
        assertNumber(actual.standardError(), standardError, CLOSED);
        assertInterval(actual.interval(), mean - Interval.Z * standardError, mean + Interval.Z * standardError, CLOSED);
    }

    @Test
    void leukaemiaRemissionUpToDay161() {
        DataSet aml = DataSet.read("aml");

        assertMean(of(aml.where("group", "Maintained"), 161), 52.6454545454545, 19.82860279556258);
        assertMean(of(aml.where("group", "Nonmaintained"), 161), 22.7083333333333, 4.18094198103315);
    }

    @Test
    void lungCancerUpToAYear() {
        DataSet lung = DataSet.read("lung");

        assertMean(of(lung.where("sex", "1"), 365), 241.495085192057, 10.3582264910969);
        assertMean(of(lung.where("sex", "2"), 365), 297.465409532037, 10.7913239788001);
    }

    @Test
    void beyondTheLastFollowUpItIsRefusedWhileTheCurveIsAboveZero() {
        DataSet aml = DataSet.read("aml");

        assertNone(of(aml.where("group", "Maintained"), 162).mean(), "follow-up ends on day 161");
        assertNone(of(aml, 0).mean(), "τ is not after day 0");
    }

    @Test
    void withoutAnEventUpToTauEveryoneHasTheWholeTime() {
        RestrictedMean mean = KaplanMeier.of(List.of(Observation.fromAnchor(50, 1), Observation.fromAnchor(60, 0)))
                .restrictedMean(40);

        assertNumber(mean.mean(), 40, CLOSED);
        assertNumber(mean.standardError(), 0, CLOSED);
        assertNone(mean.interval().lower(), "no spread of times up to τ");
    }

    @Test
    void eventsOnDayZeroTakeTheirShareOfTheWholeTime() {
        RestrictedMean mean = KaplanMeier.of(List.of(Observation.fromAnchor(0, 1), Observation.fromAnchor(60, 0)))
                .restrictedMean(40);

        assertNumber(mean.mean(), 20, CLOSED);
    }
}
