package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition.Expected;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Behind.Counted;
import org.trialog.query.outcome.figure.Comparison;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Numbers;
import org.trialog.query.outcome.figure.Numbers.Outlook;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Span;
import org.trialog.query.statistics.CumulativeHazard;
import org.trialog.query.statistics.Estimate;
import org.trialog.query.statistics.ObservedExpected;
import org.trialog.query.statistics.Proportion;
import org.trialog.query.statistics.SampleMean;
import org.trialog.query.statistics.Slope;

/**
 * The time to the end, or to the end of follow-up, against the time that was predicted from the same origin. Who has not
 * come to the end lived at least so long: every mean of observed times is then a lower bound.
 */
final class AgainstPrediction implements Answer {

    private final Question question;
    private final Cohort cohort;
    private final Forecasts forecasts;

    AgainstPrediction(Question question, Cohort cohort) {
        this.question = question;
        this.cohort = cohort;
        this.forecasts = new Forecasts(question.definition());
    }

    static Optional<String> lacking(Question question, Member member) {
        return switch (new Forecasts(question.definition()).of(member.person())) {
            case Forecasts.Lacking(String reason) -> Optional.of(reason);
            case Forecasts.Found _ -> Optional.empty();
        };
    }

    private Outlook outlook(Member member) {
        Exposure exposure = member.exposures().getFirst();
        Optional<LocalDate> end = exposure.firstEvent();
        LocalDate last = end.orElseGet(() -> exposure.spans().getLast().through());
        return new Outlook(
                member.person().subject(),
                Exposure.day(exposure.window().anchor(), last),
                predicted(member),
                end.isPresent());
    }

    private double predicted(Member member) {
        return switch (forecasts.of(member.person())) {
            case Forecasts.Found found -> found.days();
            case Forecasts.Lacking(String reason) -> throw new IllegalStateException("not left out: " + reason);
        };
    }

    @Override
    public Part of(Stratum stratum) {
        List<Outlook> outlooks = stratum.members().stream().map(this::outlook).toList();
        SampleMean difference = months(outlooks, one -> one.observedDays() - one.predictedDays());
        long alive = outlooks.stream().filter(one -> !one.ended()).count();
        Answer.Part survival = new TimeToFirstEvent(question, cohort).of(stratum);
        List<String> warnings = new ArrayList<>(survival.warnings());
        if (alive > 0) {
            warnings.add("lower bound: " + alive + " of " + outlooks.size()
                    + " without the end when last seen; the mean observed time and the mean difference are at"
                    + " least this");
        }
        Expected expected = question.definition().expected();
        return new Part(
                survival.events(),
                survival.days(),
                difference.mean(),
                difference.interval().lower(),
                difference.interval().upper(),
                new Numbers.Forecast(
                        months(outlooks, Outlook::observedDays),
                        months(outlooks, Outlook::predictedDays),
                        difference,
                        alive,
                        beyond(outlooks, false),
                        beyond(outlooks, true),
                        expected == null ? null : ratio(stratum, expected, warnings),
                        (Numbers.FirstEvent) survival.numbers(),
                        outlooks),
                warnings);
    }

    private static SampleMean months(List<Outlook> outlooks, ToDoubleFunction<Outlook> days) {
        return SampleMean.of(outlooks.stream()
                .map(one -> days.applyAsDouble(one) / Slope.MONTH)
                .toList());
    }

    /** Who was last seen before the predicted day without the end may yet come to it before, or not. */
    private static Proportion beyond(List<Outlook> outlooks, boolean undetermined) {
        return Proportion.of(
                outlooks.stream()
                        .filter(one -> switch (one.beyond()) {
                            case YES -> true;
                            case NO -> false;
                            case UNDETERMINED -> undetermined;
                        })
                        .count(),
                outlooks.size());
    }

    /** On confirmed time only, as the ends are counted; an entered curve counts neither beyond its last point. */
    private ObservedExpected ratio(Stratum stratum, Expected expected, List<String> warnings) {
        long observed = 0;
        double sum = 0;
        int cut = 0;
        for (Member member : stratum.members()) {
            Exposure exposure = member.exposures().getFirst();
            CumulativeHazard hazard = hazard(expected, predicted(member));
            LocalDate zero = exposure.window().anchor();
            LocalDate end = exposure.firstEvent().orElse(null);
            for (Span span : exposure.spans()) {
                LocalDate through = end != null && end.isBefore(span.through()) ? end : span.through();
                if (!span.from().isAfter(through)) {
                    sum += hazard.at(within(hazard, zero, through)) - hazard.at(within(hazard, zero, span.from()));
                }
            }
            long last =
                    Exposure.day(zero, end == null ? exposure.spans().getLast().through() : end);
            cut += last > hazard.end() ? 1 : 0;
            observed += end != null && last <= hazard.end() ? 1 : 0;
        }
        if (cut > 0) {
            warnings.add("observed over expected counts to the end of the entered curve; followed beyond it: " + cut);
        }
        return ObservedExpected.of(observed, sum);
    }

    private static double within(CumulativeHazard hazard, LocalDate zero, LocalDate day) {
        return Math.min(hazard.end(), (double) Exposure.day(zero, day));
    }

    private static CumulativeHazard hazard(Expected expected, double predictedDays) {
        return expected.law() == null
                ? new CumulativeHazard.Curve(expected.curve().stream()
                        .map(point -> new CumulativeHazard.Curve.Point(
                                days(point.at()), point.share().doubleValue()))
                        .toList())
                : new CumulativeHazard.Exponential(predictedDays);
    }

    private static double days(Period period) {
        return period.getYears() * Group.YEAR + period.getMonths() * Slope.MONTH + period.getDays();
    }

    @Override
    public Estimate estimate(Stratum stratum) {
        return months(
                        stratum.members().stream().map(this::outlook).toList(),
                        one -> one.observedDays() - one.predictedDays())
                .mean();
    }

    @Override
    public Behind.Subject behind(Member member) {
        Behind.Subject ends = Trail.of(member);
        Counted prediction = prediction(member);
        return prediction == null
                ? ends
                : new Behind.Subject(
                        ends.subject(),
                        null,
                        ends.anchors(),
                        ends.days(),
                        Stream.concat(Stream.of(prediction), ends.counted().stream())
                                .toList(),
                        ends.notCounted());
    }

    private @Nullable Counted prediction(Member member) {
        return switch (forecasts.of(member.person())) {
            case Forecasts.Found(var entry, double days) ->
                new Counted(
                        List.of(entry.id().value()),
                        entry.positions(),
                        Scores.dayZero(member).plusDays(Math.round(days)),
                        "prediction");
            case Forecasts.Lacking _ -> null;
        };
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of();
    }

    @Override
    public String method() {
        Expected expected = question.definition().expected();
        String base = "mean of observed minus predicted months of 30.4375 days from the same origin, Student's 95 %"
                + " interval; beside it Kaplan-Meier and the restricted mean";
        if (expected == null) {
            return base;
        }
        return base + "; observed over expected ends, exact Poisson 95 % interval, "
                + (expected.law() == null
                        ? "expected by the entered curve, log-linear between its points"
                        : "expected by the exponential law through the predicted median");
    }
}
