package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;

/**
 * What is to be computed, as data: one entry of {@code outcomes} in a protocol file.
 *
 * @param version counts up; figures of an older version stay as they were
 * @param anchor where time starts
 * @param controlAnchor where it starts in a control arm, for which a dose anchor means nothing
 * @param from start of the window, included; null with {@code to}: all follow-up from the anchor
 * @param to end of the window, excluded
 * @param partialDates where the partial date of a value or of day 0 is placed; {@code earliest} unless said; an event has
 *     a rule of its own
 * @param by the grouping: {@code arm} unless said, {@code site}, {@code cell-source}, {@code autologous}, {@code
 *     dose-count}, {@code age-band}, a covariate, or {@code none}; of adverse events also the table shown first: {@code
 *     term}, {@code grade}, {@code seriousness}, {@code relatedness}
 * @param bands the ages between the bands of {@code age-band}, in order; the usual ones if empty
 * @param baseline the window that an event rate is compared with on the same subjects
 * @param unit what an event rate counts: every one, or episodes
 * @param model of an event rate, or of recurrent events
 * @param compare tests between groups of a time to event
 * @param tau upper limit of the restricted mean
 * @param terminal what ends the time of recurrent events ({@code death}; none if empty), or is the end that was predicted:
 *     {@code death} and clinical events of the protocol
 * @param prediction whose prognosis an observed time is held against
 * @param expected the law of the time that was predicted; null when only a point was
 * @param instrument whose total is looked at, or its {@code item} or {@code subscale}
 * @param measurement a measured value that is looked at in place of an instrument
 * @param location of the body at which the measurement is looked at; any if null
 * @param visits codes of the planned visits at which a score is read
 * @param method how a score's change is told
 * @param responder who counts as one
 * @param of what share a proportion gives
 * @param outcome of each study, which is pooled
 * @param studies held here that are pooled
 * @param aggregates names of the files whose registered results are pooled beside them
 * @param aggregateMeasure as they are registered; several only for standardised differences
 * @param at time from the start of treatment at which they were measured
 * @param benefit which way a score is better, where the protocol has no such instrument; fewer events are better
 * @param measure what a study contributes
 * @param tau2 how the variance between studies is estimated
 * @param test how the interval of a pooled effect is formed
 * @param subgroup of studies, each with its own variance
 * @param quoted what others published of it, shown beside and never computed
 * @param headline whether it stands on the front page and in the summary of a demo
 */
public record OutcomeDefinition(
        String id,
        int version,
        Map<String, String> label,
        Kind kind,
        @Nullable EventFilter event,
        Anchor anchor,
        @Nullable Anchor controlAnchor,
        @Nullable Period from,
        @Nullable Period to,
        EventFilter.@Nullable PartialDates partialDates,
        @Nullable Estimator estimator,
        String by,
        List<Period> bands,
        @Nullable Baseline baseline,
        @Nullable Unit unit,
        @Nullable Model model,
        List<Comparison> compare,
        @Nullable Period tau,
        List<String> terminal,
        @Nullable Forecast prediction,
        @Nullable Expected expected,
        @Nullable String instrument,
        @Nullable String item,
        @Nullable String subscale,
        @Nullable String measurement,
        @Nullable String location,
        List<String> visits,
        @Nullable Method method,
        @Nullable Responder responder,
        @Nullable Share of,
        @Nullable String outcome,
        List<StudyId> studies,
        List<String> aggregates,
        List<String> aggregateMeasure,
        @Nullable Period at,
        Instrument.@Nullable Direction benefit,
        @Nullable Measure measure,
        @Nullable Tau2 tau2,
        @Nullable Test test,
        @Nullable Subgroup subgroup,
        List<Quotation> quoted,
        boolean headline) {

    public OutcomeDefinition {
        label = label == null ? Map.of() : Map.copyOf(label);
        by = by == null ? "arm" : by;
        bands = bands == null ? List.of() : List.copyOf(bands);
        anchor = anchor == null ? Anchor.ENROLMENT : anchor;
        compare = compare == null ? List.of() : List.copyOf(compare);
        terminal = terminal == null ? List.of() : List.copyOf(terminal);
        visits = visits == null ? List.of() : List.copyOf(visits);
        quoted = quoted == null ? List.of() : List.copyOf(quoted);
        studies = studies == null ? List.of() : List.copyOf(studies);
        aggregates = aggregates == null ? List.of() : List.copyOf(aggregates);
        aggregateMeasure = aggregateMeasure == null ? List.of() : List.copyOf(aggregateMeasure);
    }

    /**
     * Which entered predictions count.
     *
     * @param version any if null
     * @param endpoint any if null
     */
    public record Forecast(
            String model,
            @Nullable String version,
            @Nullable String endpoint) {}

    /** Published words, such as a p-value, and where they stand. */
    public record Quotation(String text, String source) {}

    /**
     * The law of an expected time: a named one through the predicted median, or a curve that is entered.
     *
     * @param curve share without the end by time from the origin, for everybody the same
     */
    public record Expected(@Nullable Law law, List<Point> curve) {

        public Expected {
            curve = curve == null ? List.of() : List.copyOf(curve);
        }

        /** A point of an entered curve. */
        public record Point(Period at, BigDecimal share) {}
    }

    /**
     * Who responded: whose slope or change is better by at least the threshold; at least two values before and after for a
     * slope. Who died did not.
     *
     * @param threshold in points of the score, for a slope points a month; towards the better side
     * @param compares what after is compared with what before; slopes unless said
     * @param direction which way a measurement is better; an instrument says it itself
     */
    public record Responder(
            BigDecimal threshold, @Nullable Compares compares, Instrument.@Nullable Direction direction) {}

    /** What a proportion is of: exactly one of an event in the window, responders, and who has a covariate. */
    public record Share(
            @Nullable EventFilter event,
            @Nullable Responder responder,
            @Nullable String covariate,
            @Nullable String value) {}

    /** What question it answers. */
    public enum Kind {
        @JsonProperty("event-free-interval")
        EVENT_FREE_INTERVAL,
        @JsonProperty("event-free-time")
        EVENT_FREE_TIME,
        @JsonProperty("event-rate")
        EVENT_RATE,
        @JsonProperty("time-to-first-event")
        TIME_TO_FIRST_EVENT,
        @JsonProperty("recurrent-events")
        RECURRENT_EVENTS,
        @JsonProperty("observed-expected")
        OBSERVED_EXPECTED,
        @JsonProperty("score-change")
        SCORE_CHANGE,
        @JsonProperty("proportion")
        PROPORTION,
        @JsonProperty("adverse-events")
        ADVERSE_EVENTS,
        @JsonProperty("pooled")
        POOLED
    }

    /** How the share without an event is estimated. */
    public enum Estimator {
        @JsonProperty("kaplan-meier")
        KAPLAN_MEIER,
        @JsonProperty("complete-case")
        COMPLETE_CASE,
        @JsonProperty("naive")
        NAIVE
    }

    /** What an event rate counts. */
    public enum Unit {
        @JsonProperty("events")
        EVENTS,
        @JsonProperty("episodes")
        EPISODES
    }

    /** How the uncertainty of an event rate is modelled, or how recurrent events are. */
    public enum Model {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("quasi-poisson")
        QUASI_POISSON,
        @JsonProperty("negative-binomial")
        NEGATIVE_BINOMIAL,
        @JsonProperty("mcf")
        MCF,
        @JsonProperty("andersen-gill")
        ANDERSEN_GILL
    }

    /** A test between groups. */
    public enum Comparison {
        @JsonProperty("log-rank")
        LOG_RANK,
        @JsonProperty("cox")
        COX
    }

    /** A named law of an expected time. */
    public enum Law {
        /** H(t) = ln 2 · t / median. */
        @JsonProperty("exponential")
        EXPONENTIAL
    }

    /** How the change of a score is told. */
    public enum Method {
        @JsonProperty("change")
        CHANGE,
        @JsonProperty("ancova")
        ANCOVA,
        @JsonProperty("slope")
        SLOPE,
        @JsonProperty("responder")
        RESPONDER
    }

    /** What a responder rule compares. */
    public enum Compares {
        @JsonProperty("slope")
        SLOPE,
        @JsonProperty("change")
        CHANGE
    }

    /** The effect of one study: mean difference, standardised mean difference, logarithm of a ratio. */
    public enum Measure {
        @JsonProperty("md")
        MEAN_DIFFERENCE,
        @JsonProperty("smd")
        STANDARDISED_MEAN_DIFFERENCE,
        @JsonProperty("log-rr")
        LOG_RISK_RATIO,
        @JsonProperty("log-rate-ratio")
        LOG_RATE_RATIO
    }

    /** Estimator of the variance between studies: DerSimonian–Laird, restricted maximum likelihood, Paule–Mandel. */
    public enum Tau2 {
        @JsonProperty("dl")
        DERSIMONIAN_LAIRD,
        @JsonProperty("reml")
        RESTRICTED_MAXIMUM_LIKELIHOOD,
        @JsonProperty("pm")
        PAULE_MANDEL
    }

    /** Normal, or Hartung–Knapp. */
    public enum Test {
        @JsonProperty("z")
        Z,
        @JsonProperty("hartung-knapp")
        HARTUNG_KNAPP
    }

    /** A property of a study by which pooled results are split. */
    public enum Subgroup {
        @JsonProperty("cell-source")
        CELL_SOURCE,
        @JsonProperty("autologous")
        AUTOLOGOUS,
        @JsonProperty("injections")
        INJECTIONS
    }
}
