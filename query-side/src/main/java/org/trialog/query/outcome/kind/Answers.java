package org.trialog.query.outcome.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.EventFilter.PartialDates;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.outcome.figure.Result;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Placement;
import org.trialog.query.statistics.Estimate;

/** Answers a question for all its groups, and says what stands behind the numbers. */
public final class Answers {

    private final Question question;
    private final List<Person> people;
    private final Kind kind;

    public Answers(Question question, List<Person> people, Kind kind) {
        this.question = question;
        this.people = people;
        this.kind = kind;
    }

    /** A kind of outcome that is computed. */
    public static final class Kind {
        private final BiFunction<Question, Cohort, Answer> answer;
        private final Needs needs;

        private Kind(BiFunction<Question, Cohort, Answer> answer) {
            this(answer, (_, _, _) -> Optional.empty());
        }

        private Kind(BiFunction<Question, Cohort, Answer> answer, Needs needs) {
            this.answer = answer;
            this.needs = needs;
        }

        /** Who has all that the kind cannot do without. */
        private Cohort cohort(Question question, List<Person> people, @Nullable Placement placement) {
            Cohort cohort = Cohort.of(question, people, placement);
            return cohort.leavingOut(member -> needs.lacking(question, cohort, member));
        }

        private Answer answer(Question question, Cohort cohort) {
            return answer.apply(question, cohort);
        }
    }

    /** Beside a day 0 and time in which something was seen. */
    @FunctionalInterface
    private interface Needs {
        Optional<String> lacking(Question question, Cohort cohort, Member member);
    }

    /** Empty for the kind that is not of one study: pooled ones. */
    public static Optional<Kind> kind(OutcomeDefinition.Kind kind) {
        return switch (kind) {
            case EVENT_FREE_INTERVAL -> Optional.of(new Kind(EventFreeInterval::new));
            case EVENT_FREE_TIME -> Optional.of(new Kind((question, _) -> new EventFreeTime(question)));
            case EVENT_RATE -> Optional.of(new Kind(EventRate::new));
            case TIME_TO_FIRST_EVENT -> Optional.of(new Kind(TimeToFirstEvent::new));
            case RECURRENT_EVENTS -> Optional.of(new Kind(RecurrentEvents::new));
            case OBSERVED_EXPECTED ->
                Optional.of(new Kind(
                        AgainstPrediction::new, (question, _, member) -> AgainstPrediction.lacking(question, member)));
            case SCORE_CHANGE ->
                Optional.of(new Kind(ScoreChange::of, (question, cohort, member) -> Scores.of(question, cohort)
                        .lacking(member)));
            case PROPORTION -> Optional.of(new Kind(Shares::of));
            case ADVERSE_EVENTS -> Optional.of(new Kind(AdverseEvents::new));
            case POOLED -> Optional.empty();
        };
    }

    public Figure figure(Publication publication) {
        Cohort cohort = kind.cohort(question, people, null);
        Answer answer = kind.answer(question, cohort);
        List<Answer.Part> parts = cohort.strata().stream().map(answer::of).toList();
        Sensitivities sensitivities = cohort.partialDates() || answer.partialValues() ? new Sensitivities() : null;
        List<Group> groups = cohort.strata().stream()
                .map(stratum -> group(stratum, parts.get(cohort.strata().indexOf(stratum)), sensitivities))
                .toList();
        Result result = new Result(
                question.grouping(),
                publication,
                groups,
                cohort.strata().isEmpty() ? List.of() : answer.comparisons(),
                answer.method(),
                new Warnings(question, cohort, publication).list(parts));
        OutcomeDefinition definition = question.definition();
        return new Figure(
                definition.id(),
                definition.version(),
                definition.kind(),
                FigureJson.hash(definition),
                result,
                cohort.strata().stream()
                        .map(stratum -> Trail.behind(stratum, answer))
                        .toList());
    }

    /** Of every subject that has a day 0, in the order of the groups. */
    public List<Course> courses() {
        return new Courses(question, kind.cohort(question, people, null)).list();
    }

    private static Group group(Stratum stratum, Answer.Part part, @Nullable Sensitivities sensitivities) {
        return new Group(
                stratum.name(),
                stratum.members().size(),
                stratum.leftOut().stream()
                        .map(out -> new Group.Excluded(out.person().subject(), out.reason()))
                        .toList(),
                part.events(),
                new Group.Range(
                        stratum.members().stream().mapToLong(Member::fewest).sum(),
                        stratum.members().stream().mapToLong(Member::most).sum()),
                part.days(),
                part.estimate(),
                part.lower(),
                part.upper(),
                sensitivities == null ? null : sensitivities.of(stratum.name()),
                part.numbers());
    }

    /** The same figure with all partial dates at one of their ends. */
    private final class Sensitivities {
        private final Cohort earliest = kind.cohort(question, people, Placement.of(PartialDates.EARLIEST));
        private final Cohort latest = kind.cohort(question, people, Placement.of(PartialDates.LATEST));
        private final Answer atEarliest = kind.answer(question, earliest);
        private final Answer atLatest = kind.answer(question, latest);

        Group.Sensitivity of(String group) {
            return new Group.Sensitivity(estimate(earliest, atEarliest, group), estimate(latest, atLatest, group));
        }

        private static Estimate estimate(Cohort cohort, Answer answer, String group) {
            return cohort.stratum(group).map(answer::estimate).orElseGet(() -> Estimate.none("no subjects"));
        }
    }
}
