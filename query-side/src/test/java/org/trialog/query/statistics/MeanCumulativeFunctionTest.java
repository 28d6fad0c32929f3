package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;
import static org.trialog.query.statistics.Numbers.number;
import static org.trialog.query.statistics.RecurrentRows.course;
import static org.trialog.query.statistics.RecurrentRows.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanCumulativeFunctionTest {

    private static final List<RecurrentObservation> ABC =
            together(course("A", 0, 6, true, 2, 5), course("B", 0, 8, false, 4), course("C", 0, 3, true));

    private static void assertAt(
            MeanCumulativeFunction curve, double t, double estimate, double error, double lower, double upper) {
        CumulativeAt at = curve.at(t);
        assertNumber(at.estimate(), estimate, CLOSED);
        assertNumber(at.standardError(), error, CLOSED);
        assertInterval(at.interval(), lower, upper, CLOSED);
    }

    @Test
    void valveSeatsAreReplacedOnceWithin600Days() {
        MeanCumulativeFunction curve = MeanCumulativeFunction.of(RecurrentRows.valveSeat());

        assertAt(curve, 100, 0.146341463414634, 0.0551993371072554, 0.0698711718801832, 0.306504432916355);
        assertAt(curve, 200, 0.268292682926829, 0.0773166134009754, 0.1525139182667645, 0.471963244601539);
        assertAt(curve, 300, 0.463414634146342, 0.1096072756653237, 0.2915028030892851, 0.736710319300807);
        assertAt(curve, 400, 0.658536585365854, 0.1318416482874590, 0.4448012171029260, 0.974975826482436);
        assertAt(curve, 500, 0.808536585365854, 0.1492549406094310, 0.5630783539593094, 1.160995455212112);
        assertAt(curve, 600, 1.014264139545421, 0.1738443284503889, 0.7248624184677162, 1.419209657665029);
        assertThat(curve.rows().stream().mapToInt(CumulativeRow::events).sum()).isEqualTo(48);
    }

    @Test
    void whoHasDiedHasNoFurtherEvents() {
        MeanCumulativeFunction censoring = MeanCumulativeFunction.of(ABC);
        MeanCumulativeFunction terminal = MeanCumulativeFunction.withDeath(ABC);

        assertAt(censoring, 5, 4.0 / 3, 0.272165526975909, 0.8936921623005278, 1.98925072051818);
        assertAt(terminal, 4, 2.0 / 3, 0.272165526975909, 0.2995071303590225, 1.48391941090579);
        assertAt(terminal, 5, 1, 0.471404520791032, 0.3969535995236826, 2.51918612452421);
    }

    @Test
    void recurrencesOfBladderTumoursWithAndWithoutDeath() {
        MeanCumulativeFunction censoring = MeanCumulativeFunction.of(RecurrentRows.bladder());
        MeanCumulativeFunction terminal = MeanCumulativeFunction.withDeath(RecurrentRows.bladder());

        assertAt(censoring, 12, 0.649463756004717, 0.0930658551521888, 0.490434207711889, 0.860060664062707);
        assertAt(censoring, 60, 2.761952992536749, 0.4124291754833255, 2.061154013830587, 3.701025872785509);
        assertAt(terminal, 12, 0.621604801992879, 0.0898181978854859, 0.468296378200327, 0.825102537298113);
        assertAt(terminal, 36, 1.640278340512564, 0.2101828648471588, 1.275985769043272, 2.108576051261124);
        assertAt(terminal, 60, 2.267180847342821, 0.3240581667245013, 1.713247749426325, 3.000213481254686);
    }

    @Test
    void lateEntryGapsTiesTwoOnADayAndADeathOnTheDayOfAnEvent() {
        MeanCumulativeFunction censoring = MeanCumulativeFunction.of(RecurrentRows.odd());
        MeanCumulativeFunction terminal = MeanCumulativeFunction.withDeath(RecurrentRows.odd());

        assertAt(censoring, 5, 1, 0.353553390593274, 0.500097643725609, 1.99960950135705);
        assertAt(censoring, 12, 1.6, 0.522494019104525, 0.843631253752260, 3.03450113851729);
        assertAt(censoring, 20, 1.85, 0.519494947039911, 1.066958328509825, 3.20771665448271);
        assertAt(terminal, 20, 1.8, 0.506951674225463, 1.036430670966731, 3.12611358459499);
    }

    @Test
    void twoClocksOfOneSubjectAreOneSubject() {
        List<RecurrentObservation> clocks = together(
                course("a", 0, 10, false, 4),
                course("a", 0, 7, false, 2, 4),
                course("b", 0, 10, false, 8),
                course("b", 0, 6, false),
                course("c", 0, 9, true, 2));

        MeanCumulativeFunction curve = MeanCumulativeFunction.of(clocks);

        assertNumber(curve.at(4).estimate(), 0.8, CLOSED);
        assertNumber(curve.at(4).standardError(), 0.427083130081252, CLOSED);
        assertNumber(curve.at(8).standardError(), 0.207703492365296, CLOSED);
    }

    @Test
    void rowsStandAtDaysWithEventsAndAtTheLastDay() {
        List<CumulativeRow> rows =
                MeanCumulativeFunction.of(RecurrentRows.odd()).rows();

        assertThat(rows)
                .extracting(CumulativeRow::time, CumulativeRow::atRisk, CumulativeRow::events)
                .containsExactly(tuple(5.0, 4, 4), tuple(12.0, 5, 3), tuple(20.0, 4, 1), tuple(30.0, 2, 0));
    }

    @Test
    void withoutEventsTheUpperLimitIsPoissonsOfThoseAtRisk() {
        MeanCumulativeFunction curve =
                MeanCumulativeFunction.of(together(course("a", 0, 365, false), course("b", 0, 365, false)));

        CumulativeAt at = curve.at(365);

        assertNumber(at.estimate(), 0, CLOSED);
        assertNumber(at.standardError(), 0, CLOSED);
        assertInterval(at.interval(), 0, -Math.log(0.025) / 2, CLOSED);
        assertThat(curve.rows()).hasSize(1);
    }

    @Test
    void oneSubjectAndSubjectsAlikeHaveNoStandardError() {
        MeanCumulativeFunction one = MeanCumulativeFunction.of(course("a", 0, 9, false, 2));
        MeanCumulativeFunction alike =
                MeanCumulativeFunction.of(together(course("a", 0, 9, false, 2, 3), course("b", 0, 9, false, 2, 3)));

        assertNumber(one.at(9).estimate(), 1, CLOSED);
        assertNone(one.at(9).standardError(), "only one subject");
        assertNone(one.at(9).interval().upper(), "only one subject");
        assertNumber(alike.at(9).estimate(), 2, CLOSED);
        assertNone(alike.at(9).standardError(), "no variation between subjects");
    }

    @Test
    void nothingIsKnownBeyondTheLastFollowUpUnlessEverybodyHasDied() {
        assertNone(MeanCumulativeFunction.of(ABC).at(9).estimate(), "follow-up ends on day 8");
        assertNone(MeanCumulativeFunction.of(List.of()).at(1).estimate(), "nobody was at risk");
        assertNone(MeanCumulativeFunction.of(List.of()).atEnd().estimate(), "nobody was at risk");
        assertNone(MeanCumulativeFunction.of(course("a", 5, 9, false)).at(4).estimate(), "nobody was at risk");
        List<RecurrentObservation> dead = together(course("a", 0, 3, true, 1), course("b", 0, 4, true));

        assertNumber(MeanCumulativeFunction.withDeath(dead).at(400).estimate(), 0.5, CLOSED);
        assertNone(MeanCumulativeFunction.of(dead).at(400).estimate(), "follow-up ends on day 4");
    }

    @Test
    void whereNobodyIsAtRiskTheCurveSaysSo() {
        assertThat(MeanCumulativeFunction.of(together(course("a", 3, 8, false), course("b", 12, 20, false, 15)))
                        .warnings())
                .containsExactly("nobody was at risk until day 3", "nobody was at risk between day 8 and day 12");
        assertThat(MeanCumulativeFunction.of(together(course("a", 0, 8, false, 3), course("b", 9, 20, false)))
                        .warnings())
                .isEmpty();
    }

    @Test
    void withoutDeathsBothAreTheSame() {
        List<RecurrentObservation> valves = RecurrentRows.valveSeat();
        List<CumulativeRow> plain = MeanCumulativeFunction.of(valves).rows();
        List<CumulativeRow> terminal = MeanCumulativeFunction.withDeath(valves).rows();

        assertThat(terminal).isEqualTo(plain);
    }

    @Test
    void splittingAStretchChangesNothing() {
        List<RecurrentObservation> split = new ArrayList<>();
        for (RecurrentObservation row : RecurrentRows.bladder()) {
            double middle = (row.after() + row.time()) / 2;
            split.add(new RecurrentObservation(row.subject(), row.after(), middle, 0, false));
            split.add(new RecurrentObservation(row.subject(), middle, row.time(), row.events(), row.died()));
        }
        for (double t : new double[] {5, 12, 48, 60}) {
            CumulativeAt whole =
                    MeanCumulativeFunction.withDeath(RecurrentRows.bladder()).at(t);
            CumulativeAt parts = MeanCumulativeFunction.withDeath(split).at(t);

            assertNumber(parts.estimate(), number(whole.estimate()), CLOSED);
            assertNumber(parts.standardError(), number(whole.standardError()), CLOSED);
        }
    }

    @Test
    void theSweepAgreesWithTheDefinitionOnRandomHistories() {
        Random random = new Random(20260101);
        for (int round = 0; round < 40; round++) {
            List<RecurrentObservation> rows = random(random, 2 + random.nextInt(12));
            MeanCumulativeFunction curve = MeanCumulativeFunction.of(rows);
            for (CumulativeRow row : curve.rows()) {
                double variance = definition(rows, row.time());
                if (row.standardError() instanceof Estimate.Known(double error)) {
                    assertNumber(error * error, variance, 1e-8);
                } else {
                    assertThat(variance).isLessThan(1e-20);
                }
            }
        }
    }

    private static List<RecurrentObservation> random(Random random, int subjects) {
        List<RecurrentObservation> rows = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            int entry = random.nextInt(20);
            int end = entry + 1 + random.nextInt(60);
            double[] events = random.ints(random.nextInt(6), entry, end + 1)
                    .asDoubleStream()
                    .toArray();
            rows.addAll(course("s" + i, entry, end, random.nextBoolean(), events));
        }
        return rows;
    }

    /** Lawless and Nadeau's sum, term by term. */
    private static double definition(List<RecurrentObservation> rows, double t) {
        double variance = 0;
        for (String subject :
                rows.stream().map(RecurrentObservation::subject).distinct().toList()) {
            double influence = 0;
            for (double day : rows.stream()
                    .mapToDouble(RecurrentObservation::time)
                    .distinct()
                    .toArray()) {
                if (day <= t) {
                    double n = rows.stream()
                            .filter(row -> row.after() < day && day <= row.time())
                            .count();
                    double d = rows.stream()
                            .filter(row -> row.time() == day)
                            .mapToInt(RecurrentObservation::events)
                            .sum();
                    List<RecurrentObservation> own = rows.stream()
                            .filter(row -> row.subject().equals(subject) && row.after() < day && day <= row.time())
                            .toList();
                    double dN = own.stream()
                            .filter(row -> row.time() == day)
                            .mapToInt(RecurrentObservation::events)
                            .sum();
                    influence += (dN - own.size() * d / n) / n;
                }
            }
            variance += influence * influence;
        }
        return variance;
    }

    @Test
    void aStretchWithoutTimeOrWithNegativeEventsIsRefused() {
        assertThatThrownBy(() -> new RecurrentObservation("a", 3, 3, 0, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecurrentObservation("a", 0, 3, -1, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
