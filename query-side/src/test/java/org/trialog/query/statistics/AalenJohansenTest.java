package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.statistics.CompetingObservation.End.CENSORED;
import static org.trialog.query.statistics.CompetingObservation.End.DEATH;
import static org.trialog.query.statistics.CompetingObservation.End.EVENT;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;
import static org.trialog.query.statistics.Numbers.number;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialog.query.statistics.CompetingObservation.End;

class AalenJohansenTest {

    private static final List<CompetingObservation> TEN = observations(
            new int[] {5, 8, 8, 12, 15, 15, 20, 25, 30, 30},
            new End[] {EVENT, DEATH, EVENT, CENSORED, EVENT, DEATH, CENSORED, EVENT, DEATH, CENSORED});

    private static List<CompetingObservation> observations(int[] days, End[] ends) {
        return IntStream.range(0, days.length)
                .mapToObj(i -> CompetingObservation.fromAnchor(days[i], ends[i]))
                .toList();
    }

    @Test
    void deathCompetesWithTheEvent() {
        List<IncidenceRow> rows = AalenJohansen.of(TEN).rows();

        IncidenceRow day15 = rows.get(3);
        assertThat(day15)
                .extracting(
                        IncidenceRow::time,
                        IncidenceRow::atRisk,
                        IncidenceRow::events,
                        IncidenceRow::deaths,
                        IncidenceRow::censored)
                .containsExactly(15.0, 6, 1, 1, 0);
        assertNumber(day15.event().estimate(), 0.316666666666667, CLOSED);
        assertNumber(day15.event().standardError(), 0.1525098661046533, CLOSED);
        assertInterval(day15.event().interval(), 0.07330195402741002, 0.602897795106285, CLOSED);
        IncidenceRow last = rows.getLast();
        assertNumber(last.event().estimate(), 0.472222222222222, CLOSED);
        assertNumber(last.event().standardError(), 0.1781246615764600, CLOSED);
        assertInterval(last.event().interval(), 0.13400650032036218, 0.755710142139798, CLOSED);
        assertNumber(last.death().estimate(), 0.372222222222222, CLOSED);
        assertNumber(last.death().standardError(), 0.1737033088521139, CLOSED);
        assertNumber(last.free(), 1 - 0.472222222222222 - 0.372222222222222, CLOSED);
    }

    @Test
    void theIncidenceIsBelowThatOfKaplanMeierWithDeathAsCensoring() {
        KaplanMeier kaplanMeier = KaplanMeier.of(
                TEN.stream().map(CompetingObservation::censoredAtDeath).toList());

        double naive = 1 - number(kaplanMeier.at(30).estimate());

        assertNumber(AalenJohansen.of(TEN).eventBy(30).estimate(), 0.472222222222222, CLOSED);
        assertThat(naive).isGreaterThan(0.48);
    }

    @Test
    void withoutDeathsItIsOneMinusKaplanMeier() {
        List<CompetingObservation> noDeaths = TEN.stream()
                .map(o -> o.end() == DEATH ? CompetingObservation.fromAnchor(o.time(), CENSORED) : o)
                .toList();
        List<SurvivalRow> survival = KaplanMeier.of(noDeaths.stream()
                        .map(CompetingObservation::censoredAtDeath)
                        .toList())
                .rows();
        List<IncidenceRow> incidence = AalenJohansen.of(noDeaths).rows();

        for (int i = 0; i < survival.size(); i++) {
            assertNumber(
                    incidence.get(i).event().estimate(), 1 - survival.get(i).estimate(), CLOSED);
            assertNumber(
                    incidence.get(i).event().standardError(),
                    number(survival.get(i).standardError()),
                    CLOSED);
        }
        assertThat(incidence).hasSameSizeAs(survival);
        assertInterval(incidence.getFirst().death().interval(), 0, 1 - Math.pow(0.025, 0.1), CLOSED);
    }

    @Test
    void beyondTheLastFollowUpTheIncidenceIsKnownOnlyIfEverybodyHasEnded() {
        assertNone(AalenJohansen.of(TEN).eventBy(31).estimate(), "follow-up ends on day 30");
        List<CompetingObservation> ended = observations(new int[] {5, 9}, new End[] {EVENT, DEATH});

        assertNumber(AalenJohansen.of(ended).eventBy(400).estimate(), 0.5, CLOSED);
        assertNone(AalenJohansen.of(List.of()).eventBy(1).estimate(), "nobody was at risk");
    }

    @Test
    void beforeTheFirstEventTheUpperLimitIsExact() {
        assertInterval(AalenJohansen.of(TEN).eventBy(4).interval(), 0, 1 - Math.pow(0.025, 0.1), CLOSED);
        assertNumber(AalenJohansen.of(TEN).eventBy(4).standardError(), 0, CLOSED);
    }

    @Test
    void twoStretchesOfOneChildAreNotTwoChildren() {
        List<CompetingObservation> stretches =
                observations(new int[] {10, 20, 15, 20}, new End[] {EVENT, CENSORED, CENSORED, EVENT});

        Incidence together =
                AalenJohansen.clustered(stretches, List.of("a", "a", "b", "b")).eventBy(10);
        Incidence alone =
                AalenJohansen.clustered(stretches, List.of("a", "a", "a", "a")).eventBy(10);

        // Influences on day 10: ¾·¼ of the one with the event, −¼·¼ of the others, summed by child.
        assertNumber(together.standardError(), Math.sqrt(2 * 0.125 * 0.125), CLOSED);
        assertNone(alone.standardError(), "only one subject");
    }
}
