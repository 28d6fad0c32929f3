package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRankTest {

    private static LogRank of(String data, String group, String... values) {
        return LogRank.of(java.util.Arrays.stream(values)
                .map(value -> DataSet.read(data).where(group, value).observations())
                .toList());
    }

    private static List<Observation> group(int[] days, int[] events) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            observations.add(Observation.fromAnchor(days[i], events[i]));
        }
        return observations;
    }

    @Test
    void maintenanceInLeukaemia() {
        LogRank test = of("aml", "group", "Maintained", "Nonmaintained");

        assertNumber(test.chiSquare(), 3.3963886989776, CLOSED);
        assertNumber(test.p(), 0.0653393220405051, CLOSED);
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.groups()).extracting(LogRank.Group::observed).containsExactly(7, 11);
        assertThat(test.groups()).extracting(LogRank.Group::subjects).containsExactly(11, 12);
        assertNumber(test.groups().get(0).expected(), 10.68933599230072, CLOSED);
        assertNumber(test.groups().get(1).expected(), 7.31066400769928, CLOSED);
    }

    @Test
    void sexInLungCancer() {
        LogRank test = of("lung", "sex", "1", "2");

        assertNumber(test.chiSquare(), 10.3267419548856, CLOSED);
        assertNumber(test.p(), 0.00131116452035549, CLOSED);
    }

    @Test
    void treatmentOfVeterans() {
        LogRank test = of("veteran", "trt", "1", "2");

        assertNumber(test.chiSquare(), 0.00822734320235077, CLOSED);
        assertNumber(test.p(), 0.927727233340074, CLOSED);
    }

    @Test
    void threeGroupsWithTies() {
        LogRank test = LogRank.of(List.of(
                group(new int[] {5, 5, 8, 12, 12, 20}, new int[] {1, 0, 1, 1, 0, 0}),
                group(new int[] {3, 5, 9, 12, 15, 15}, new int[] {1, 1, 1, 0, 1, 1}),
                group(new int[] {2, 2, 4, 5, 7, 8}, new int[] {1, 1, 1, 1, 0, 1})));

        assertNumber(test.chiSquare(), 6.41580741827886, CLOSED);
        assertNumber(test.p(), 0.0404413012058548, CLOSED);
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void lateEntriesCountOnlyWhileTheyAreObserved() {
        List<Observation> late = KaplanMeierTest.lateEntries();
        LogRank test = LogRank.of(List.of(
                List.of(late.get(0), late.get(2), late.get(4), late.get(6)),
                List.of(late.get(1), late.get(3), late.get(5), late.get(7))));

        assertNumber(test.groups().getFirst().expected(), 2.466666666666667, CLOSED);
        assertNumber(test.chiSquare(), 1.987679671457906, CLOSED);
        assertNumber(test.p(), 0.158583701686587, CLOSED);
    }

    @Test
    void withoutAnEventThereIsNoTest() {
        LogRank test =
                LogRank.of(List.of(group(new int[] {5, 9}, new int[] {0, 0}), group(new int[] {7}, new int[] {0})));

        assertNone(test.chiSquare(), "no events");
        assertNone(test.p(), "no events");
    }

    @Test
    void anEmptyGroupTakesNoDegreeOfFreedom() {
        List<List<Observation>> groups = new ArrayList<>(
                List.of(group(new int[] {5, 9}, new int[] {1, 0}), group(new int[] {7, 11}, new int[] {1, 1})));
        LogRank two = LogRank.of(groups);
        groups.add(List.of());
        LogRank withEmpty = LogRank.of(groups);

        assertThat(withEmpty.chiSquare()).isEqualTo(two.chiSquare());
        assertThat(withEmpty.degreesOfFreedom()).isEqualTo(1);
        assertNone(LogRank.of(List.of(groups.getFirst())).p(), "only one group was at risk when events happened");
    }

    @Test
    void groupsThatWereNeverAtRiskTogetherCannotBeCompared() {
        LogRank test = LogRank.of(
                List.of(group(new int[] {5, 9}, new int[] {1, 1}), List.of(Observation.lateEntry(20, 30, 1))));

        assertNone(test.p(), "the groups were never at risk together");
    }
}
