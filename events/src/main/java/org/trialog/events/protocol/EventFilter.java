package org.trialog.events.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.Bone;

/**
 * Which occurrences an outcome counts.
 *
 * @param confirmed only confirmed fractures
 * @param bones bones that do not count
 * @param episodes merge the fractures of one incident
 * @param minimumGap same bone and side closer than this counts once
 * @param from {@code anchor}: only on or after it; {@code any}
 * @param partialDates the rule that places a partial date; {@code earliest} unless said
 * @param kinds kinds of clinical events that count, for {@code clinical-event}; all if empty
 * @param anyOf for adverse events: any entry that matches; all if empty
 * @param minimumGrade CTCAE grade
 * @param of the parts of a composite
 */
public record EventFilter(
        Kind kind,
        boolean confirmed,
        @Nullable Bones bones,
        boolean episodes,
        @Nullable Period minimumGap,
        From from,
        PartialDates partialDates,
        List<String> kinds,
        List<Match> anyOf,
        @Nullable Integer minimumGrade,
        @Nullable Boolean serious,
        @Nullable Boolean related,
        List<EventFilter> of) {

    public EventFilter {
        from = from == null ? From.ANCHOR : from;
        partialDates = partialDates == null ? PartialDates.EARLIEST : partialDates;
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
        of = of == null ? List.of() : List.copyOf(of);
    }

    /** Every occurrence of a kind, with nothing else said. */
    public static EventFilter of(Kind kind) {
        return of(kind, List.of(), List.of());
    }

    /** Clinical events of these kinds. */
    public static EventFilter clinicalEvents(List<String> kinds) {
        return of(Kind.CLINICAL_EVENT, kinds, List.of());
    }

    /** Whichever comes first. */
    public static EventFilter anyOf(EventFilter... parts) {
        return of(Kind.COMPOSITE, List.of(), List.of(parts));
    }

    private static EventFilter of(Kind kind, List<String> kinds, List<EventFilter> parts) {
        return new EventFilter(
                kind,
                false,
                null,
                false,
                null,
                From.ANCHOR,
                PartialDates.EARLIEST,
                kinds,
                List.of(),
                null,
                null,
                null,
                parts);
    }

    /** Bones left out. */
    public record Bones(List<Bone> exclude) {}

    /** One way for an adverse event to match; words are compared without case. */
    public record Match(List<String> termContains, List<String> systemOrganClass, List<String> exceptTerms) {

        public Match {
            termContains = termContains == null ? List.of() : List.copyOf(termContains);
            systemOrganClass = systemOrganClass == null ? List.of() : List.copyOf(systemOrganClass);
            exceptTerms = exceptTerms == null ? List.of() : List.copyOf(exceptTerms);
        }
    }

    /** What kind of occurrence. */
    public enum Kind {
        @JsonProperty("fracture")
        FRACTURE,
        @JsonProperty("adverse-event")
        ADVERSE_EVENT,
        @JsonProperty("clinical-event")
        CLINICAL_EVENT,
        @JsonProperty("death")
        DEATH,
        @JsonProperty("composite")
        COMPOSITE
    }

    /** Whether occurrences before the anchor count. */
    public enum From {
        @JsonProperty("anchor")
        ANCHOR,
        @JsonProperty("any")
        ANY
    }

    /** Where a partial date is placed inside the projection. */
    public enum PartialDates {
        @JsonProperty("earliest")
        EARLIEST,
        @JsonProperty("latest")
        LATEST,
        @JsonProperty("midpoint")
        MIDPOINT,
        @JsonProperty("exclude")
        EXCLUDE
    }
}
