package org.trialog.query.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Anchor;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.OutcomeNames;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.Token;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.kind.Answers;
import org.trialog.query.outcome.kind.Grouping;
import org.trialog.query.outcome.kind.Question;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.Batch;

/**
 * Computes outcomes. Pure: the same records, definition, cut-off and grouping give the same figure, in whatever order the
 * records come.
 */
public final class Outcomes {

    private Outcomes() {}

    /** As below, where no batch is known and nothing is said of when the definition was published. */
    public static Figure compute(
            Protocol protocol,
            OutcomeDefinition definition,
            List<SubjectRecord> records,
            LocalDate cutoff,
            @Nullable String by) {
        return compute(protocol, definition, records, List.of(), cutoff, by, Publication.UNSTATED);
    }

    /**
     * @param records of all subjects of the study, any order; who is not enrolled is in no group
     * @param batches of the study, for groupings by what was in a dose
     * @param cutoff the last day that counts, included
     * @param by the grouping; null takes the definition's
     * @throws OutcomeRefused when it cannot be computed as defined
     */
    public static Figure compute(
            Protocol protocol,
            OutcomeDefinition definition,
            List<SubjectRecord> records,
            List<Batch> batches,
            LocalDate cutoff,
            @Nullable String by,
            Publication publication) {
        return answers(protocol, definition, records, batches, cutoff, by).figure(publication);
    }

    /**
     * The subjects behind the figure one by one, as plots show them.
     *
     * @throws OutcomeRefused as the figure would be
     */
    public static List<Course> courses(
            Protocol protocol,
            OutcomeDefinition definition,
            List<SubjectRecord> records,
            List<Batch> batches,
            LocalDate cutoff,
            @Nullable String by) {
        return answers(protocol, definition, records, batches, cutoff, by).courses();
    }

    private static Answers answers(
            Protocol protocol,
            OutcomeDefinition definition,
            List<SubjectRecord> records,
            List<Batch> batches,
            LocalDate cutoff,
            @Nullable String by) {
        String grouping = by == null ? definition.by() : by;
        Answers.Kind kind = Answers.kind(definition.kind()).orElseThrow(() -> unavailable(definition));
        EventFilter event = followed(definition);
        requireConsistent(definition, grouping);
        requireKnown(protocol, definition);
        if (by != null && !Grouping.choices(definition.kind(), records).contains(by)) {
            throw new OutcomeRefused(
                    "grouping-unknown",
                    "No subject has a covariate '%s'. Group by one of %s."
                            .formatted(by, String.join(", ", Grouping.choices(definition.kind(), records))));
        }
        List<Person> people =
                records.stream().map(record -> Person.of(record, cutoff)).toList();
        return new Answers(new Question(protocol, definition, event, cutoff, grouping, batches), people, kind);
    }

    private static OutcomeRefused unavailable(OutcomeDefinition definition) {
        return new OutcomeRefused(
                "outcome-kind-not-available",
                "Outcome '%s' is of the kind %s: it is computed over several studies, not of one."
                        .formatted(definition.id(), Token.of(definition.kind())));
    }

    /** What happens to the subjects that a kind of outcome looks for; null where it looks for no occurrence. */
    private static @Nullable EventFilter followed(OutcomeDefinition definition) {
        return switch (definition.kind()) {
            case EVENT_FREE_INTERVAL, EVENT_FREE_TIME, EVENT_RATE, TIME_TO_FIRST_EVENT, RECURRENT_EVENTS -> {
                if (definition.event() == null) {
                    throw incomplete(definition, "event");
                }
                yield definition.event();
            }
            case OBSERVED_EXPECTED -> end(definition);
            case PROPORTION -> definition.of() == null ? null : definition.of().event();
            case ADVERSE_EVENTS ->
                definition.event() == null ? EventFilter.of(EventFilter.Kind.ADVERSE_EVENT) : definition.event();
            case SCORE_CHANGE, POOLED -> definition.event();
        };
    }

    /** Death, or whichever comes first of it and the clinical events that are ends, too. */
    private static EventFilter end(OutcomeDefinition definition) {
        List<String> others = definition.terminal().stream()
                .filter(end -> !end.equals(OutcomeNames.DEATH))
                .toList();
        EventFilter death = EventFilter.of(EventFilter.Kind.DEATH);
        return others.isEmpty() ? death : EventFilter.anyOf(death, EventFilter.clinicalEvents(others));
    }

    private static void requireKnown(Protocol protocol, OutcomeDefinition definition) {
        List<OutcomeNames.Unknown> unknown = OutcomeNames.unknown(protocol, definition);
        if (!unknown.isEmpty()) {
            throw new OutcomeRefused(
                    "outcome-definition-unknown-name",
                    unknown.stream()
                            .map(name -> name.path() + ": " + name.sentence())
                            .collect(Collectors.joining("; ", "Outcome '" + definition.id() + "': ", ".")));
        }
    }

    private static void requireConsistent(OutcomeDefinition definition, String grouping) {
        boolean eachDose = definition.anchor() == Anchor.EACH_DOSE;
        switch (definition.kind()) {
            case EVENT_FREE_INTERVAL -> {
                if (definition.to() == null) {
                    throw incomplete(definition, "to");
                }
            }
            case EVENT_FREE_TIME -> {
                if (eachDose) {
                    throw contradictory(definition, "years without an event cannot start from each dose");
                }
            }
            case EVENT_RATE -> {
                if (definition.baseline() != null && (eachDose || grouping.equals("dose-count"))) {
                    throw contradictory(definition, "a baseline needs one window for each subject, in one group");
                }
            }
            case TIME_TO_FIRST_EVENT,
                    RECURRENT_EVENTS,
                    OBSERVED_EXPECTED,
                    SCORE_CHANGE,
                    PROPORTION,
                    ADVERSE_EVENTS,
                    POOLED -> {}
        }
    }

    private static OutcomeRefused incomplete(OutcomeDefinition definition, String key) {
        return new OutcomeRefused(
                "outcome-definition-incomplete",
                "Outcome '%s' of the kind %s needs the key '%s'."
                        .formatted(definition.id(), Token.of(definition.kind()), key));
    }

    private static OutcomeRefused contradictory(OutcomeDefinition definition, String why) {
        return new OutcomeRefused(
                "outcome-definition-contradictory", "Outcome '%s': %s.".formatted(definition.id(), why));
    }
}
