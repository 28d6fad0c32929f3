package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.ITERATED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoxModelTest {

    private static final String DIVERGES =
            "the fit does not converge: where one group has no events, its hazard ratio is 0 or infinite";

    private static List<CoxObservation> rows(List<Observation> observations, List<List<Double>> columns) {
        return IntStream.range(0, observations.size())
                .mapToObj(i -> new CoxObservation(
                        observations.get(i),
                        columns.stream().map(column -> column.get(i)).toList(),
                        Integer.toString(i)))
                .toList();
    }

    private static List<CoxObservation> twoGroups(List<Observation> first, List<Observation> second) {
        List<CoxObservation> rows = new ArrayList<>();
        first.forEach(o -> rows.add(new CoxObservation(o, List.of(0.0), "a" + rows.size())));
        second.forEach(o -> rows.add(new CoxObservation(o, List.of(1.0), "b" + rows.size())));
        return rows;
    }

    private static CoxFit.Fitted fitted(CoxFit fit) {
        assertThat(fit).isInstanceOf(CoxFit.Fitted.class);
        return (CoxFit.Fitted) fit;
    }

    private static void assertNotFitted(CoxFit fit, String reason) {
        assertThat(fit).isEqualTo(new CoxFit.NotFitted(reason));
    }

    private static void assertCoefficient(Coefficient actual, double estimate, double standardError, double p) {
        assertNumber(actual.estimate(), estimate, ITERATED);
        assertNumber(actual.standardError(), standardError, ITERATED);
        assertNumber(actual.statistic(), estimate / standardError, ITERATED);
        assertNumber(actual.p(), p, ITERATED);
    }

    @Test
    void sexInLungCancer() {
        DataSet lung = DataSet.read("lung");
        CoxFit.Fitted fit =
                fitted(CoxModel.fit(List.of("sex"), rows(lung.observations(), List.of(lung.column("sex")))));

        Coefficient sex = fit.coefficients().getFirst();
        assertCoefficient(sex, -0.531023540005768, 0.167178583301162, 0.00149122913837658);
        assertNumber(sex.ratio().value(), 0.588002817160461, ITERATED);
        assertInterval(sex.ratio().interval(), 0.423717829284342, 0.815984811336838, ITERATED);
        assertNumber(fit.nullLogLikelihood(), -749.909801390395, ITERATED);
        assertNumber(fit.logLikelihood(), -744.592999024951, ITERATED);
        assertNumber(fit.likelihoodRatio(), 10.633604730886873, ITERATED);
        assertNumber(fit.p(), 0.001110510377897, ITERATED);
        assertThat(fit.events()).isEqualTo(165);
    }

    @Test
    void sexAndAgeInLungCancer() {
        DataSet lung = DataSet.read("lung");
        CoxFit.Fitted fit = fitted(CoxModel.fit(
                List.of("sex", "age"), rows(lung.observations(), List.of(lung.column("sex"), lung.column("age")))));

        assertCoefficient(fit.coefficients().get(0), -0.5132185198361823, 0.16745796243624203, 0.00217844493879888);
        assertCoefficient(fit.coefficients().get(1), 0.0170453318501651, 0.00922327347725708, 0.06459101206334163);
        assertNumber(fit.logLikelihood(), -742.848245783771, ITERATED);
    }

    @Test
    void transplantationSplitsTheTimeOfAHeartPatient() {
        DataSet heart = DataSet.read("heart");
        List<Double> starts = heart.column("start");
        List<Double> stops = heart.column("stop");
        List<Double> events = heart.column("event");
        List<Double> transplants = heart.column("transplant");
        List<CoxObservation> rows = IntStream.range(0, starts.size())
                .mapToObj(i -> new CoxObservation(
                        Observation.split(
                                starts.get(i), stops.get(i), events.get(i).intValue()),
                        List.of(transplants.get(i)),
                        heart.text("id").get(i)))
                .toList();

        CoxFit.Fitted independent = fitted(CoxModel.fit(List.of("transplant"), rows));
        CoxFit.Fitted clustered = fitted(CoxModel.fitClustered(List.of("transplant"), rows));

        assertCoefficient(clustered.coefficients().getFirst(), 0.127141126615498, 0.300490288124046, 0.672213353736604);
        assertNumber(independent.coefficients().getFirst().standardError(), 0.301141104252631, ITERATED);
        assertThat(clustered.method()).isEqualTo("Cox, Efron ties, sandwich by subject");
    }

    @Test
    void threeGroupsWithTies() {
        List<Observation> observations = observations(
                new int[] {5, 5, 8, 12, 12, 20, 3, 5, 9, 12, 15, 15, 2, 2, 4, 5, 7, 8},
                new int[] {1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1});
        CoxFit.Fitted fit = fitted(CoxModel.fit(
                List.of("second", "third"), rows(observations, List.of(indicator(18, 6, 12), indicator(18, 12, 18)))));

        assertCoefficient(fit.coefficients().get(0), 0.42537093628593, 0.735438266486504, 0.5630001120311641);
        assertCoefficient(fit.coefficients().get(1), 1.84513054885293, 0.821441489244083, 0.0246905240611909);
    }

    @Test
    void tiedDosesOfOneChildAreOneCluster() {
        List<Observation> observations = ClusteredKaplanMeierTest.fromEachDoseToTheNext();
        List<CoxObservation> rows = IntStream.range(0, observations.size())
                .mapToObj(i -> new CoxObservation(
                        observations.get(i),
                        List.of("ac".contains(ClusteredKaplanMeierTest.CHILDREN.get(i)) ? 1.0 : 0.0),
                        ClusteredKaplanMeierTest.CHILDREN.get(i)))
                .toList();
        CoxFit.Fitted fit = fitted(CoxModel.fitClustered(List.of("a or c"), rows));

        assertCoefficient(fit.coefficients().getFirst(), 0.224785795300873, 0.436529129507932, 0.606595771968821);
    }

    @Test
    void aGroupWithoutEventsHasNoFiniteHazardRatio() {
        CoxFit fit = CoxModel.fit(
                List.of("arm"),
                twoGroups(
                        observations(new int[] {3, 5, 8}, new int[] {1, 1, 1}),
                        observations(new int[] {4, 9, 9}, new int[] {0, 0, 0})));

        assertNotFitted(fit, DIVERGES);
    }

    @Test
    void withoutEventsOrContrastNothingIsFitted() {
        List<Observation> censored = observations(new int[] {3, 5}, new int[] {0, 0});
        List<Observation> events = observations(new int[] {3, 5}, new int[] {1, 1});

        assertNotFitted(CoxModel.fit(List.of("arm"), twoGroups(censored, censored)), "no events");
        assertNotFitted(CoxModel.fit(List.of("arm"), twoGroups(events, List.of())), "arm does not vary");
        assertNotFitted(CoxModel.fit(List.of("arm"), List.of()), "arm does not vary");
        assertNotFitted(
                CoxModel.fit(List.of("arm"), twoGroups(events, List.of(Observation.lateEntry(6, 9, 1)))),
                "the covariates do not differ among those at risk when events happened");
        assertThatThrownBy(() -> CoxModel.fit(List.of("arm", "age"), twoGroups(events, events)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void covariatesThatSayTheSameAreNotFitted() {
        DataSet lung = DataSet.read("lung");
        List<Double> sex = lung.column("sex");
        List<Double> twice = sex.stream().map(x -> 2 * x + 1).toList();

        assertNotFitted(
                CoxModel.fit(List.of("sex", "twice"), rows(lung.observations(), List.of(sex, twice))),
                "the covariates do not differ among those at risk when events happened");
    }

    @Test
    void oneClusterAloneHasNoSandwich() {
        List<CoxObservation> rows = twoGroups(
                        observations(new int[] {3, 6}, new int[] {1, 1}),
                        observations(new int[] {4, 5}, new int[] {1, 1}))
                .stream()
                .map(row -> new CoxObservation(row.atRisk(), row.covariates(), "same"))
                .toList();

        assertNotFitted(CoxModel.fitClustered(List.of("arm"), rows), "only one subject");
    }

    private static List<Observation> observations(int[] days, int[] events) {
        return IntStream.range(0, days.length)
                .mapToObj(i -> Observation.fromAnchor(days[i], events[i]))
                .toList();
    }

    private static List<Double> indicator(int size, int from, int to) {
        return IntStream.range(0, size)
                .mapToObj(i -> i >= from && i < to ? 1.0 : 0.0)
                .toList();
    }
}
