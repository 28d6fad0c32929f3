package org.trialog.events.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.RecordId;

/**
 * A published result of one group of another trial, for pooling. Either mean and standard deviation, or median and quartiles,
 * or events with person-years, or events of {@code n}.
 *
 * @param aggregate its own id within the study, {@code aggregate-1}
 * @param trial short name of the source, for example {@code Lamo-Espinosa 2016}
 * @param group of that trial, for example {@code high dose}
 * @param control whether that group is the comparator
 * @param measure what was measured, as the protocol names it
 * @param at time from the start of treatment
 * @param n subjects, or whatever {@code unit} says
 * @param unit what was counted: {@code subject} or {@code knee}
 * @param injections how many were given
 * @param source citation
 * @param file in which it was registered; an outcome names the file that it pools
 * @param scores what mean or median are of: values at that time unless said, or changes from the start
 * @param scale in which they are measured, for example {@code mm}; the measure's own unless said
 * @param remark what a reader must know of it, for example that the source contradicts itself
 */
public record AggregateResultRegistered(
        RecordId aggregate,
        String trial,
        String group,
        boolean control,
        String measure,
        Period at,
        int n,
        @Nullable String unit,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal standardDeviation,
        @Nullable BigDecimal median,
        @Nullable BigDecimal lowerQuartile,
        @Nullable BigDecimal upperQuartile,
        @Nullable Integer events,
        @Nullable BigDecimal personYears,
        @Nullable String cellSource,
        @Nullable CellOrigin origin,
        @Nullable Integer injections,
        String source,
        @Nullable String file,
        @Nullable Scores scores,
        @Nullable String scale,
        @Nullable String remark)
        implements StudyEvent {

    /** What mean or median are of. */
    public enum Scores {
        @JsonProperty("final")
        FINAL,
        @JsonProperty("change")
        CHANGE
    }
}
