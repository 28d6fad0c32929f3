package org.trialog.query.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trialog.events.clinical.ArmChange;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.ScreenFailure;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.protocol.Anchor;
import org.trialog.query.outcome.person.DayZero;
import org.trialog.query.outcome.person.Endings;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.Entry;

/**
 * The way of the subjects through the study, step by step (CONSORT 2010 statement, item 13). The ends are distinct states, and
 * one subject can reach several of them (rule 22).
 */
final class ParticipantFlow {

    private static final String ALL = "all";

    private final Cohorts cohorts;

    ParticipantFlow(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /**
     * How many reached a step.
     *
     * @param group {@code all} before anybody has an arm, then each arm
     * @param codes of the subjects
     * @param reasons how many for each, where the step has one
     */
    public record Row(Step step, String group, int subjects, List<String> codes, SortedMap<String, Integer> reasons) {}

    /** In the order of the way. */
    public enum Step {
        @JsonProperty("screened")
        SCREENED,
        @JsonProperty("consented")
        CONSENTED,
        @JsonProperty("found-eligible")
        FOUND_ELIGIBLE,
        @JsonProperty("screen-failed")
        SCREEN_FAILED,
        @JsonProperty("enrolled")
        ENROLLED,
        @JsonProperty("crossed-over")
        CROSSED_OVER,
        @JsonProperty("treated")
        TREATED,
        @JsonProperty("series-complete")
        SERIES_COMPLETE,
        @JsonProperty("treatment-stopped")
        TREATMENT_STOPPED,
        @JsonProperty("withdrawn-from-procedures")
        WITHDRAWN_FROM_PROCEDURES,
        @JsonProperty("consent-withdrawn")
        CONSENT_WITHDRAWN,
        @JsonProperty("discontinued-by-investigator")
        DISCONTINUED_BY_INVESTIGATOR,
        @JsonProperty("discontinued-by-sponsor")
        DISCONTINUED_BY_SPONSOR,
        @JsonProperty("lost-to-follow-up")
        LOST_TO_FOLLOW_UP,
        @JsonProperty("died")
        DIED,
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("in-follow-up")
        IN_FOLLOW_UP;

        private boolean beforeArms() {
            return compareTo(ENROLLED) < 0;
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step.beforeArms()) {
                rows.add(row(step, ALL, cohorts.people()));
            } else {
                cohorts.byArm().forEach((arm, people) -> rows.add(row(step, arm, people)));
            }
        }
        return List.copyOf(rows);
    }

    private Row row(Step step, String group, List<Person> people) {
        List<Person> reached = people.stream().filter(reaches(step)).toList();
        SortedMap<String, Integer> reasons = new TreeMap<>();
        reached.stream()
                .flatMap(person -> reasons(step, person).distinct())
                .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return new Row(
                step,
                group,
                reached.size(),
                reached.stream().map(Person::subject).toList(),
                reasons);
    }

    private Predicate<Person> reaches(Step step) {
        return switch (step) {
            case SCREENED -> any(Screening.class);
            case CONSENTED -> any(Consent.class);
            case FOUND_ELIGIBLE ->
                person -> person.of(EligibilityAssessment.class).stream()
                        .anyMatch(judged -> judged.details().eligible());
            case SCREEN_FAILED -> any(ScreenFailure.class);
            case ENROLLED -> Person::enrolled;
            case CROSSED_OVER -> any(ArmChange.class);
            case TREATED -> person -> !person.doses().isEmpty();
            case SERIES_COMPLETE -> this::seriesComplete;
            case TREATMENT_STOPPED -> any(TreatmentStop.class).or(withdrew(ConsentScope.TREATMENT));
            case WITHDRAWN_FROM_PROCEDURES -> left(WithdrawalKind.PROCEDURES).or(withdrew(ConsentScope.VISITS));
            case CONSENT_WITHDRAWN -> left(WithdrawalKind.CONSENT).or(withdrew(ConsentScope.ALL));
            case DISCONTINUED_BY_INVESTIGATOR -> left(WithdrawalKind.INVESTIGATOR);
            case DISCONTINUED_BY_SPONSOR -> left(WithdrawalKind.SPONSOR);
            case LOST_TO_FOLLOW_UP -> person -> new Endings(person).lost().isPresent();
            case DIED -> any(Death.class);
            case COMPLETED -> any(Completion.class);
            case IN_FOLLOW_UP -> person -> new Endings(person).visits().isEmpty();
        };
    }

    /** Without a planned series nothing can be complete. */
    private boolean seriesComplete(Person person) {
        return !person.endOfTreatment()
                && person.allotment(person.cutoff())
                        .flatMap(allotted -> cohorts.protocol().arm(allotted.arm()))
                        .filter(arm -> arm.doses() != null)
                        .isPresent()
                && cohorts.anchors().of(person, Anchor.LAST_DOSE, null) instanceof DayZero.On;
    }

    private static Stream<String> reasons(Step step, Person person) {
        return switch (step) {
            case SCREEN_FAILED -> words(person, ScreenFailure.class, ScreenFailure::reason);
            case TREATMENT_STOPPED -> words(person, TreatmentStop.class, TreatmentStop::reason);
            case WITHDRAWN_FROM_PROCEDURES -> leaving(person, WithdrawalKind.PROCEDURES);
            case CONSENT_WITHDRAWN -> leaving(person, WithdrawalKind.CONSENT);
            case DISCONTINUED_BY_INVESTIGATOR -> leaving(person, WithdrawalKind.INVESTIGATOR);
            case DISCONTINUED_BY_SPONSOR -> leaving(person, WithdrawalKind.SPONSOR);
            case SCREENED,
                    CONSENTED,
                    FOUND_ELIGIBLE,
                    ENROLLED,
                    CROSSED_OVER,
                    TREATED,
                    SERIES_COMPLETE,
                    LOST_TO_FOLLOW_UP,
                    DIED,
                    COMPLETED,
                    IN_FOLLOW_UP -> Stream.empty();
        };
    }

    private static Stream<String> leaving(Person person, WithdrawalKind kind) {
        return person.of(Withdrawal.class).stream()
                .map(Entry::details)
                .filter(withdrawal -> withdrawal.kind() == kind)
                .map(Withdrawal::reason);
    }

    private static <D extends ClinicalRecord> Stream<String> words(
            Person person, Class<D> kind, Function<D, String> reason) {
        return person.of(kind).stream().map(Entry::details).map(reason);
    }

    private static Predicate<Person> any(Class<? extends ClinicalRecord> kind) {
        return person -> !person.of(kind).isEmpty();
    }

    private static Predicate<Person> left(WithdrawalKind kind) {
        return person -> leaving(person, kind).findAny().isPresent();
    }

    /** Withdrawn for all is a step of its own, so that it does not count for the parts again. */
    private static Predicate<Person> withdrew(ConsentScope part) {
        return person -> person.of(ConsentWithdrawal.class).stream()
                .map(Entry::details)
                .anyMatch(withdrawal -> withdrawal.scope().contains(part));
    }
}
