package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed, as data: one entry of {@code outcomes} in a protocol file.
 *
 * @param version counts up; figures of an older version stay as they were
 * @param anchor where time starts
 * @param controlAnchor where it starts in a control arm, for which a dose anchor means nothing
 * @param from start of the window, included; null with {@code to}: all follow-up from the anchor
 * @param to end of the window, excluded
 * @param by the grouping: {@code arm} unless said, {@code site}, {@code cell-source}, {@code autologous}, {@code
 *     dose-count}, a covariate, or {@code none}
 * @param baseline the window that an event rate is compared with on the same subjects
 * @param unit what an event rate counts: every one, or episodes
 * @param model of an event rate
 * @param compare tests between groups of a time to event
 * @param tau upper limit of the restricted mean
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
        @Nullable Estimator estimator,
        String by,
        @Nullable Baseline baseline,
        @Nullable Unit unit,
        @Nullable Model model,
        List<Comparison> compare,
        @Nullable Period tau,
        boolean headline) {

    public OutcomeDefinition {
        label = label == null ? Map.of() : Map.copyOf(label);
        by = by == null ? "arm" : by;
        compare = compare == null ? List.of() : List.copyOf(compare);
    }

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

    /** How the uncertainty of an event rate is modelled. */
    public enum Model {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("quasi-poisson")
        QUASI_POISSON,
        @JsonProperty("negative-binomial")
        NEGATIVE_BINOMIAL
    }

    /** A test between groups. */
    public enum Comparison {
        @JsonProperty("log-rank")
        LOG_RANK,
        @JsonProperty("cox")
        COX
    }
}
