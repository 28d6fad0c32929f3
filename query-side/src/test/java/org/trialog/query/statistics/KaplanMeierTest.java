package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    private static final KaplanMeier AML = KaplanMeier.of(DataSet.read("aml").observations());

    private static Observation event(double day) {
        return Observation.fromAnchor(day, 1);
    }

    private static Observation censored(double day) {
        return Observation.fromAnchor(day, 0);
    }

    @Test
    void sixChildrenOfTheFractureFreeYear() {
        KaplanMeier curve = KaplanMeier.of(
                List.of(event(120), censored(365), censored(200), censored(365), event(300), censored(90)));

        SurvivalAt year = curve.at(365);

        assertNumber(year.estimate(), 0.533333333333333, CLOSED);
        assertNumber(year.standardError(), 0.248253156333670, CLOSED);
        assertInterval(year.interval(), 0.0683320878472029, 0.863071182738792, CLOSED);
        assertThat(year.atRisk()).isEqualTo(2);
        assertThat(year.interval().method()).isEqualTo("log-log");
    }

    @Test
    void amlOnDay23() {
        SurvivalRow row =
                AML.rows().stream().filter(r -> r.time() == 23).findFirst().orElseThrow();

        assertThat(row.atRisk()).isEqualTo(13);
        assertThat(row.events()).isEqualTo(2);
        assertNumber(row.estimate(), 0.54658385093, CLOSED);
        assertNumber(row.standardError(), 0.10725064174, CLOSED);
        assertInterval(row.interval(), 0.319250413971, 0.7264491738, CLOSED);
        assertThat(AML.rows()).hasSize(18);
    }

    @Test
    void whoIsCensoredOnADayIsAtRiskOnThatDay() {
        SurvivalRow row = KaplanMeier.of(List.of(event(10), censored(10), event(20)))
                .rows()
                .getFirst();

        assertThat(row)
                .extracting(SurvivalRow::atRisk, SurvivalRow::events, SurvivalRow::censored)
                .containsExactly(3, 1, 1);
        assertNumber(row.estimate(), 2.0 / 3, CLOSED);
    }

    @Test
    void theCurveIsAStepBetweenEventDays() {
        assertThat(AML.at(26.9).estimate()).isEqualTo(AML.at(23).estimate());
        assertThat(AML.at(0).estimate()).isEqualTo(Estimate.of(1));
        assertThat(AML.at(0).standardError()).isEqualTo(Estimate.of(0));
    }

    @Test
    void beyondTheLastFollowUpNothingIsKnownWhileTheCurveIsAboveZero() {
        assertThat(AML.at(161).estimate()).isInstanceOf(Estimate.Known.class);
        assertNone(AML.at(162).estimate(), "follow-up ends on day 161");
        assertNone(AML.at(162).interval().lower(), "follow-up ends on day 161");
    }

    @Test
    void afterTheCurveHasReachedZeroItStaysThere() {
        SurvivalAt later = KaplanMeier.of(List.of(event(10), event(20))).at(400);

        assertThat(later.estimate()).isEqualTo(Estimate.of(0));
        assertNone(later.standardError(), "the curve is at 0");
    }

    @Test
    void threeOfThreeWithoutAnEventHaveTheExactLowerLimit() {
        KaplanMeier curve = KaplanMeier.of(List.of(censored(365), censored(365), censored(365)));

        assertInterval(curve.at(365).interval(), 0.292401773821287, 1, CLOSED);
        assertInterval(curve.rows().getLast().interval(), 0.292401773821287, 1, CLOSED);
        assertThat(curve.at(365).interval().method()).isEqualTo("exact, of those at risk");
    }

    @Test
    void threeOfThreeWithAnEventHaveTheExactUpperLimit() {
        KaplanMeier curve = KaplanMeier.of(List.of(event(50), event(50), event(50)));

        assertInterval(curve.at(365).interval(), 0, 1 - 0.292401773821287, CLOSED);
    }

    @Test
    void anEventOnDayZeroIsAtRisk() {
        SurvivalRow first = KaplanMeier.of(List.of(event(0), event(10), censored(20), censored(20)))
                .rows()
                .getFirst();

        assertThat(first.time()).isZero();
        assertThat(first.atRisk()).isEqualTo(4);
        assertNumber(first.estimate(), 0.75, CLOSED);
    }

    @Test
    void twoFracturesOnOneDayEndTheTimeToTheFirstOnce() {
        KaplanMeier once = KaplanMeier.of(List.of(event(10), censored(20)));
        KaplanMeier twice = KaplanMeier.of(List.of(Observation.fromAnchor(10, 2), censored(20)));

        assertThat(twice.rows()).isEqualTo(once.rows());
    }

    @Test
    void lateEntriesAreAtRiskFromTheirFirstDay() {
        KaplanMeier curve = KaplanMeier.of(lateEntries());

        assertThat(curve.rows()).extracting(SurvivalRow::time).containsExactly(0.0, 25.0, 40.0, 60.0, 80.0);
        assertThat(curve.rows()).extracting(SurvivalRow::atRisk).containsExactly(3, 4, 5, 4, 2);
        SurvivalRow last = curve.rows().getLast();
        assertNumber(last.estimate(), 0.15, CLOSED);
        assertNumber(last.standardError(), 0.140978721798717, CLOSED);
        assertInterval(last.interval(), 0.00667448310657289, 0.487505830205625, CLOSED);
        assertThat(curve.warnings()).isEmpty();
    }

    static List<Observation> lateEntries() {
        return List.of(
                Observation.lateEntry(0, 0, 1),
                Observation.lateEntry(0, 40, 1),
                Observation.lateEntry(0, 25, 0),
                Observation.lateEntry(10, 40, 1),
                Observation.lateEntry(20, 60, 0),
                Observation.lateEntry(30, 60, 1),
                Observation.lateEntry(30, 80, 0),
                Observation.lateEntry(45, 80, 1));
    }

    @Test
    void aCurveThatBeganLateOrWasLeftAloneSaysSo() {
        KaplanMeier curve = KaplanMeier.of(List.of(
                Observation.lateEntry(30, 60, 0), Observation.lateEntry(30, 70, 0), Observation.lateEntry(90, 120, 1)));

        assertThat(curve.warnings())
                .containsExactly("nobody was at risk until day 30", "nobody was at risk between day 70 and day 90");
        assertNone(curve.at(10).estimate(), "nobody was at risk");
        assertThat(curve.at(80).estimate()).isEqualTo(Estimate.of(1));
        assertNone(curve.at(80).interval().lower(), "nobody was at risk");
    }

    @Test
    void aCurveThatFellToZeroBeforeLateEntriesSaysSo() {
        KaplanMeier curve = KaplanMeier.of(List.of(event(5), Observation.lateEntry(6, 100, 0)));

        assertThat(curve.at(100).estimate()).isEqualTo(Estimate.of(0));
        assertThat(curve.warnings())
                .containsExactly(
                        "all at risk on day 5 had the event, so the curve is 0 although others were observed later");
    }

    @Test
    void nobodyObservedGivesNoCurveButAReason() {
        KaplanMeier curve = KaplanMeier.of(List.of());

        assertThat(curve.rows()).isEmpty();
        assertNone(curve.at(0).estimate(), "nobody was at risk");
        assertNone(curve.median().time(), "nobody was at risk");
        assertNone(curve.restrictedMean(10).mean(), "nobody was at risk");
    }

    @Test
    void oneSubjectIsEnoughForACurve() {
        assertInterval(KaplanMeier.of(List.of(censored(30))).at(30).interval(), 0.025, 1, CLOSED);
        assertInterval(KaplanMeier.of(List.of(event(30))).at(30).interval(), 0, 0.975, CLOSED);
    }

    @Test
    void theOrderOfTheObservationsDoesNotMatter() {
        List<Observation> reversed =
                new java.util.ArrayList<>(DataSet.read("aml").observations());
        Collections.reverse(reversed);

        assertThat(KaplanMeier.of(reversed).rows()).isEqualTo(AML.rows());
    }
}
