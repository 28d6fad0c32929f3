package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.query.statistics.Incidence;
import org.trialog.query.statistics.SurvivalAt;
import org.trialog.query.statistics.SurvivalRow;

/**
 * The numbers that only one kind of outcome has, as JSON beside those of every group.
 *
 * <p>{@code event-free-interval}: {@code estimators} (the bare proportions by {@code kaplan-meier}, {@code complete-case},
 * {@code naive}), {@code estimatorDetails} (the same with {@code estimate, lower, upper, method} and {@code standardError}
 * or {@code numerator, denominator}), {@code subjectsWithEvent}, {@code fullyObserved}, {@code partlyObserved},
 * {@code atRiskAtEnd}, {@code toleranceDays}, {@code deaths}, {@code survival} (days from the start of the window) and,
 * when somebody died in the window, {@code incidence} of the event with death competing.
 *
 * <p>{@code event-free-time}: {@code freeYears} of {@code observedYears} (sums over the subjects),
 * {@code medianCurrentStreakDays}, {@code medianLongestStreakDays}, {@code perSubject [{subject, events, freeYears,
 * observedYears, currentStreakDays, longestStreakDays, followedDays}]}.
 *
 * <p>{@code event-rate}: {@code dispersion}, {@code theta} (negative binomial), {@code exact {estimate, lower, upper}},
 * {@code subjectsByEvents} (how many subjects had how many events) and with a baseline {@code baseline {events,
 * personYears, estimate, lower, upper, ageYears}}, {@code between} the same of the time between the windows,
 * {@code ageYears {known, minimum, median, maximum}} at the start of the window, {@code ratioToBaseline} with the keys of a
 * ratio, {@code method}, {@code p}, {@code exact {estimate, lower, upper}} and {@code signedRank {statistic, p}}.
 *
 * <p>{@code time-to-first-event}: {@code stretches}, {@code median {estimate, lower, upper}}, {@code survivalAt [{time,
 * atRisk, estimate, standardError, lower, upper}]}, {@code restrictedMean {tau, estimate, standardError, lower, upper}},
 * {@code survival}, {@code deaths}, {@code incidence}.
 *
 * <p>{@code score-change} and {@code proportion}: see {@link ScoresJson}; {@code observed-expected}: {@link ForecastJson};
 * {@code recurrent-events}: {@link RecurrentJson}; {@code adverse-events}: {@link HarmsJson}.
 *
 * <p>{@code pooled}: see {@link PooledJson}.
 *
 * <p>Survival tables are arrays of {@code {time, atRisk, events, censored, estimate, standardError, lower, upper}}.
 */
final class NumbersJson {

    private NumbersJson() {}

    static void add(Numbers numbers, ObjectNode node) {
        switch (numbers) {
            case Numbers.EventFreeShare share -> addShare(share, node);
            case Numbers.EventFreeYears years -> addYears(years, node);
            case Numbers.Rates rates -> RatesJson.add(rates, node);
            case Numbers.FirstEvent first -> addFirst(first, node);
            case Numbers.ScoreChanges changes -> ScoresJson.add(changes, node);
            case Numbers.ScoreSlopes slopes -> ScoresJson.add(slopes, node);
            case Numbers.Determined share -> ForecastJson.add(share, node);
            case Numbers.Forecast forecast -> ForecastJson.add(forecast, node);
            case Numbers.Harms harms -> HarmsJson.add(harms, node);
            case Numbers.Recurrent recurrent -> RecurrentJson.add(recurrent, node);
            case Numbers.Pooled pooled -> PooledJson.add(pooled, node);
        }
    }

    private static void addShare(Numbers.EventFreeShare share, ObjectNode node) {
        ObjectNode bare = node.putObject("estimators");
        ObjectNode details = node.putObject("estimatorDetails");
        addEstimator("kaplan-meier", share.shares().kaplanMeier(), bare, details);
        addEstimator("complete-case", share.shares().completeCase(), bare, details);
        addEstimator("naive", share.shares().naive(), bare, details);
        node.put("subjectsWithEvent", share.subjectsWithEvent());
        node.put("fullyObserved", share.fullyObserved());
        node.put("partlyObserved", share.partlyObserved());
        node.put("atRiskAtEnd", share.atRiskAtEnd());
        node.put("toleranceDays", share.toleranceDays());
        addSurvival(share.survival(), share.incidence(), share.deaths(), node);
    }

    private static void addEstimator(String name, Numbers.Share share, ObjectNode bare, ObjectNode details) {
        bare.set(name, FigureJson.of(share.estimate()));
        ObjectNode detail = details.putObject(name);
        detail.set("estimate", FigureJson.of(share.estimate()));
        ComparisonJson.addInterval(share.interval(), detail);
        detail.put("method", share.interval().method());
        if (share.standardError() != null) {
            detail.set("standardError", FigureJson.of(share.standardError()));
        }
        if (share.numerator() != null) {
            detail.put("numerator", share.numerator());
            detail.put("denominator", share.denominator());
        }
    }

    private static void addYears(Numbers.EventFreeYears years, ObjectNode node) {
        node.put("freeYears", years.freeYears());
        node.put("observedYears", years.observedYears());
        node.set("medianCurrentStreakDays", FigureJson.of(years.medianCurrentStreak()));
        node.set("medianLongestStreakDays", FigureJson.of(years.medianLongestStreak()));
        ArrayNode perSubject = node.putArray("perSubject");
        years.perSubject().forEach(one -> perSubject
                .addObject()
                .put("subject", one.subject())
                .put("events", one.events())
                .put("freeYears", one.freeYears())
                .put("observedYears", one.observedYears())
                .put("currentStreakDays", one.currentStreakDays())
                .put("longestStreakDays", one.longestStreakDays())
                .put("followedDays", one.followedDays()));
    }

    static void addFirst(Numbers.FirstEvent first, ObjectNode node) {
        node.put("stretches", first.stretches());
        ObjectNode median = node.putObject("median");
        median.set("estimate", FigureJson.of(first.median().time()));
        ComparisonJson.addInterval(first.median().interval(), median);
        ArrayNode times = node.putArray("survivalAt");
        first.at().forEach(at -> times.add(at(at)));
        ObjectNode mean = node.putObject("restrictedMean");
        mean.put("tau", first.restrictedMean().tau());
        mean.set("estimate", FigureJson.of(first.restrictedMean().mean()));
        mean.set("standardError", FigureJson.of(first.restrictedMean().standardError()));
        ComparisonJson.addInterval(first.restrictedMean().interval(), mean);
        addSurvival(first.survival(), first.incidence(), first.deaths(), node);
    }

    private static ObjectNode at(SurvivalAt at) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("time", at.time());
        node.put("atRisk", at.atRisk());
        node.set("estimate", FigureJson.of(at.estimate()));
        node.set("standardError", FigureJson.of(at.standardError()));
        ComparisonJson.addInterval(at.interval(), node);
        return node;
    }

    private static void addSurvival(
            List<SurvivalRow> rows, @Nullable Incidence incidence, int deaths, ObjectNode node) {
        ArrayNode table = node.putArray("survival");
        for (SurvivalRow row : rows) {
            ObjectNode at = table.addObject();
            at.put("time", row.time());
            at.put("atRisk", row.atRisk());
            at.put("events", row.events());
            at.put("censored", row.censored());
            at.put("estimate", row.estimate());
            at.set("standardError", FigureJson.of(row.standardError()));
            ComparisonJson.addInterval(row.interval(), at);
        }
        node.put("deaths", deaths);
        if (incidence != null) {
            ObjectNode competing = node.putObject("incidence");
            competing.put("method", "Aalen-Johansen");
            competing.set("estimate", FigureJson.of(incidence.estimate()));
            competing.set("standardError", FigureJson.of(incidence.standardError()));
            ComparisonJson.addInterval(incidence.interval(), competing);
        }
    }
}
