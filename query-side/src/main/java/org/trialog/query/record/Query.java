package org.trialog.query.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.value.RecordId;

/**
 * A question about what is recorded, of a person or of a rule. A rule's has the id of its flag; the flag outlives a query
 * that was closed, and ends it when it is resolved.
 *
 * @param about the record that it asks about, null for the subject as a whole
 * @param field of that record, null when it asks about all of it
 * @param rule that asks; null when a person does
 * @param code of the rule's finding; null when a person asks
 * @param values of the sentence of that finding
 * @param steps what was done with it, oldest first: opened, then answers and closings
 */
public record Query(
        RecordId id,
        @Nullable RecordId about,
        @Nullable String field,
        @Nullable Integer rule,
        @Nullable String code,
        SortedMap<String, String> values,
        List<Step> steps) {

    public Query {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        steps = List.copyOf(steps);
    }

    /** Where a query stands. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("answered")
        ANSWERED,
        @JsonProperty("closed")
        CLOSED
    }

    /**
     * One thing done with a query. The history tells at that position who did it.
     *
     * @param words of the person, null where none were needed
     * @param because why a rule asks no more; null when a person closed it
     */
    public record Step(
            State state,
            long position,
            Instant recordedAt,
            @Nullable Personal<String> words,
            @Nullable String because) {}

    static Query asked(QueryOpened opened, long at, Instant recordedAt) {
        return new Query(
                opened.query(),
                opened.about(),
                opened.field(),
                null,
                null,
                Collections.emptySortedMap(),
                List.of(new Step(State.OPEN, at, recordedAt, opened.words(), null)));
    }

    static Query asked(RecordFlagged raised, long at, Instant recordedAt) {
        return new Query(
                raised.flag(),
                raised.about(),
                null,
                raised.rule(),
                raised.code(),
                raised.values(),
                List.of(new Step(State.OPEN, at, recordedAt, null, null)));
    }

    Query and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Query(id, about, field, rule, code, values, more);
    }

    /** Where it stands now. A query that was closed stays so. */
    public State state() {
        return steps.stream().anyMatch(step -> step.state() == State.CLOSED)
                ? State.CLOSED
                : steps.getLast().state();
    }

    /** The fact that opened it. */
    public Step opened() {
        return steps.getFirst();
    }
}
