package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialog.query.statistics.ClusteredRateRatio.Contribution;

/** Eighteen synthetic children, observed one year before and one year after. */
class ClusteredRateRatioTest {

    private static final int[] BEFORE = {6, 4, 9, 3, 5, 7, 2, 8, 4, 6, 5, 3, 10, 4, 5, 6, 4, 7};
    private static final int[] AFTER = {1, 0, 2, 0, 1, 3, 0, 2, 0, 1, 0, 0, 5, 0, 1, 0, 0, 2};

    private static List<Contribution> children() {
        List<Contribution> children = new ArrayList<>();
        for (int i = 0; i < BEFORE.length; i++) {
            children.add(new Contribution(AFTER[i], 1, BEFORE[i], 1));
        }
        return children;
    }

    @Test
    void theIntervalIsThatOfTheChildrenNotOfTheFractures() {
        ClusteredRateRatio clustered = ClusteredRateRatio.of(children());
        Ratio exact = RateRatio.exact(18, 18, 98, 18).ratio();

        assertThat(clustered.subjects()).isEqualTo(18);
        assertNumber(clustered.ratio().value(), 0.183673469387755, CLOSED);
        assertInterval(clustered.ratio().interval(), 0.114480425348487, 0.294687438959454, CLOSED);
        assertNumber(clustered.p(), 2.13296622980899e-12, CLOSED);
        assertNumber(clustered.ratio().percentReduction(), 81.6326530612245, CLOSED);
        assertInterval(exact.interval(), 0.104528, 0.305669, 5e-6);
    }

    @Test
    void theChildrenBeforeAndAfterByWilcoxon() {
        WilcoxonSignedRank test = WilcoxonSignedRank.of(IntStream.range(0, 18)
                .mapToObj(i -> (double) (BEFORE[i] - AFTER[i]))
                .toList());

        assertNumber(test.v(), 171, CLOSED);
        assertNumber(test.p(), 0.000186607349332522, CLOSED);
    }

    @Test
    void nineOfTheEighteenStayFractureFree() {
        long free = IntStream.of(AFTER).filter(x -> x == 0).count();
        Proportion proportion = Proportion.of(free, AFTER.length);

        assertThat(free).isEqualTo(9);
        assertInterval(proportion.clopperPearson(), 0.260190582895097, 0.739809417104903, CLOSED);
        assertInterval(proportion.wilson(), 0.2903102150517, 0.7096897849483, CLOSED);
    }

    @Test
    void armsOfDifferentChildrenAreClustersSeenOnOneSide() {
        ClusteredRateRatio arms = ClusteredRateRatio.of(List.of(
                new Contribution(1, 2, 0, 0),
                new Contribution(3, 2, 0, 0),
                new Contribution(0, 0, 2, 1),
                new Contribution(0, 0, 6, 1)));

        assertNumber(arms.ratio().value(), 0.25, CLOSED);
        // Each side: (1/4)² twice, so the variance of the log ratio is 1/4.
        assertNumber(arms.ratio().logStandardError(), 0.5, CLOSED);
    }

    @Test
    void noEventsOnOneSideLeaveTheRatioWithoutAnInterval() {
        ClusteredRateRatio none = ClusteredRateRatio.of(List.of(new Contribution(0, 1, 3, 1)));

        assertNumber(none.ratio().value(), 0, CLOSED);
        assertNone(none.ratio().interval().upper(), "no events on one side");
        assertNone(none.p(), "no events on one side");
        assertNone(
                ClusteredRateRatio.of(List.of(new Contribution(0, 1, 0, 1)))
                        .ratio()
                        .value(),
                "no events on either side");
        assertNone(ClusteredRateRatio.of(List.of()).ratio().value(), "no person-time on one side");
    }

    @Test
    void oneChildAloneShowsNoVariation() {
        ClusteredRateRatio one = ClusteredRateRatio.of(List.of(new Contribution(1, 1, 3, 1)));

        assertNumber(one.ratio().value(), 1.0 / 3, CLOSED);
        assertNone(one.ratio().interval().lower(), "no variation between subjects");
    }
}
