package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.statistics.Numbers.ITERATED;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AndersenGillTest {

    private static Coefficient fitted(CoxFit fit) {
        assertThat(fit).isInstanceOf(CoxFit.Fitted.class);
        return ((CoxFit.Fitted) fit).coefficients().getFirst();
    }

    @Test
    void thiotepaAndTheRecurrencesOfBladderTumours() {
        List<RecurrentObservation> bladder = RecurrentRows.bladder();
        List<Double> thiotepa = DataSet.read("bladder1").column("thiotepa");
        List<CoxObservation> rows = new ArrayList<>();
        for (int i = 0; i < bladder.size(); i++) {
            rows.addAll(AndersenGill.rows(bladder.get(i), List.of(thiotepa.get(i))));
        }

        Coefficient coefficient = fitted(CoxModel.fitClustered(List.of("thiotepa"), rows));

        assertNumber(coefficient.estimate(), -0.422919169821374, ITERATED);
        assertNumber(coefficient.standardError(), 0.289213215320666, ITERATED);
        assertNumber(coefficient.p(), 0.143656475568007, ITERATED);
    }

    @Test
    void twoEventsOfASubjectOnADayBothCount() {
        Set<String> late = Set.of("b", "c", "f");
        List<CoxObservation> rows = new ArrayList<>();
        for (RecurrentObservation row : RecurrentRows.odd()) {
            rows.addAll(AndersenGill.rows(row, List.of(late.contains(row.subject()) ? 1.0 : 0.0)));
        }

        CoxFit fit = CoxModel.fitClustered(List.of("late"), rows);

        assertNumber(fitted(fit).estimate(), 0.509770830255001, ITERATED);
        assertNumber(fitted(fit).standardError(), 0.66469569443072, ITERATED);
        assertThat(((CoxFit.Fitted) fit).events()).isEqualTo(8);
    }

    @Test
    void eventsOfOneDayLieWithinItAlsoWhenItIsTheDayOfEntry() {
        List<CoxObservation> rows = AndersenGill.rows(new RecurrentObservation("a", 4.5, 5, 3, false), List.of());

        assertThat(rows).extracting(row -> row.atRisk().after()).first().isEqualTo(4.5);
        assertThat(rows).extracting(row -> row.atRisk().time()).last().isEqualTo(5.0);
        assertThat(rows).hasSize(3).allMatch(row -> row.atRisk().failed());
    }

    @Test
    void withoutEventsThereIsNoRatio() {
        List<CoxObservation> rows = new ArrayList<>();
        rows.addAll(AndersenGill.rows(new RecurrentObservation("a", -0.5, 5, 0, false), List.of(0.0)));
        rows.addAll(AndersenGill.rows(new RecurrentObservation("b", -0.5, 9, 0, true), List.of(1.0)));

        assertThat(CoxModel.fitClustered(List.of("x"), rows)).isEqualTo(new CoxFit.NotFitted("no events"));
    }
}
