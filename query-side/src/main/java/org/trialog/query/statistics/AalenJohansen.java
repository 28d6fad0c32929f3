package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trialog.query.statistics.CompetingObservation.End;

/**
 * Cumulative incidence of an event with death as a competing one (Aalen and Johansen 1978): F(t) = Σ S(s−)·d/n over
 * event days s, with S the curve of both together. Standard errors by the infinitesimal jackknife, summed by subject;
 * log-log limits of F, at 0 and 1 the exact ones of {@link KaplanMeier}.
 * R: {@code survfit(Surv(time, factor(end)) ~ 1, id = subject, conf.type = "log-log")}.
 */
public final class AalenJohansen {

    private final List<CompetingObservation> observations;
    private final List<IncidenceRow> rows;

    private AalenJohansen(List<CompetingObservation> observations, List<IncidenceRow> rows) {
        this.observations = observations;
        this.rows = rows;
    }

    /** One observation a subject. */
    public static AalenJohansen of(List<CompetingObservation> observations) {
        return clustered(
                observations,
                IntStream.range(0, observations.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** Several observations of one subject; {@code subjects} says whose each is, in the same order. */
    public static AalenJohansen clustered(List<CompetingObservation> observations, List<String> subjects) {
        if (subjects.size() != observations.size()) {
            throw new IllegalArgumentException(
                    observations.size() + " observations of " + subjects.size() + " stated subjects");
        }
        Map<String, List<IncidenceInfluence>> bySubject = new LinkedHashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            bySubject
                    .computeIfAbsent(subjects.get(i), _ -> new ArrayList<>())
                    .add(new IncidenceInfluence(observations.get(i)));
        }
        return new AalenJohansen(List.copyOf(observations), rows(observations, List.copyOf(bySubject.values())));
    }

    /** One row for each distinct last day, in order; empty without observations. */
    public List<IncidenceRow> rows() {
        return rows;
    }

    /** The event by t; not estimable beyond the last follow-up while somebody is free of both. */
    public Incidence eventBy(double t) {
        if (rows.isEmpty() || observations.stream().allMatch(o -> o.after() >= t)) {
            return Incidence.none(SurvivalLimits.NOBODY);
        }
        IncidenceRow last = rows.getLast();
        if (t > last.time() && last.free() > 0) {
            return Incidence.none("follow-up ends on day " + FollowUpGaps.day(last.time()));
        }
        Incidence incidence = Incidence.of(0, 0, 0, 0);
        for (IncidenceRow row : rows) {
            if (row.time() <= t) {
                incidence = row.event();
            }
        }
        if (incidence.estimate().equals(Estimate.of(0)) && t <= last.time()) {
            int atRisk = (int)
                    observations.stream().filter(o -> o.either().atRisk(t)).count();
            return Incidence.of(0, atRisk, 0, 0);
        }
        return incidence;
    }

    private static List<IncidenceRow> rows(
            List<CompetingObservation> observations, List<List<IncidenceInfluence>> influences) {
        List<IncidenceRow> rows = new ArrayList<>();
        double free = 1;
        double event = 0;
        double death = 0;
        for (RiskSets.At set : RiskSets.of(
                observations.stream().map(CompetingObservation::either).toList())) {
            double time = set.time();
            int deaths = (int) observations.stream()
                    .filter(o -> o.end() == End.DEATH && o.time() == time)
                    .count();
            int events = set.failed() - deaths;
            double n = set.atRisk();
            double eventVariance = 0;
            double deathVariance = 0;
            for (List<IncidenceInfluence> subject : influences) {
                double onEvent = 0;
                double onDeath = 0;
                for (IncidenceInfluence influence : subject) {
                    influence.advance(time, n, events, deaths, free);
                    onEvent += influence.onEvent();
                    onDeath += influence.onDeath();
                }
                eventVariance += onEvent * onEvent;
                deathVariance += onDeath * onDeath;
            }
            event += free * events / n;
            death += free * deaths / n;
            free *= (n - set.failed()) / n;
            rows.add(new IncidenceRow(
                    time,
                    set.atRisk(),
                    events,
                    deaths,
                    set.censored(),
                    free,
                    Incidence.of(event, set.atRisk(), eventVariance, influences.size()),
                    Incidence.of(death, set.atRisk(), deathVariance, influences.size())));
        }
        return List.copyOf(rows);
    }
}
