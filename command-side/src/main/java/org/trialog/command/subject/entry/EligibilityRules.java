package org.trialog.command.subject.entry;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.COVARIATE;
import static org.trialog.events.clinical.RecordKind.ELIGIBILITY;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.protocol.EligibilityCriterion;
import org.trialog.events.protocol.EligibilityCriterion.Judge;
import org.trialog.events.value.DateRange;

/**
 * Rules 3 and 4: the criteria of the protocol version at consent. Those for all arms are judged at enrolment, those of an
 * arm when the subject comes into it.
 */
public final class EligibilityRules {
    private static final Set<RecordKind> JUDGED = EnumSet.of(ENROLMENT, ARM_CHOICE, RANDOMISATION, ARM_CHANGE);

    private EligibilityRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(4, "corrected-age")
                        .heeding(BIRTH, PREGNANCY, CONSENT)
                        .on(JUDGED, matter -> judge(matter, Judge.CORRECTED_AGE, EligibilityRules::correctedAge)),
                Rule.number(3, "age-at-consent")
                        .heeding(BIRTH, PREGNANCY, CONSENT)
                        .on(JUDGED, matter -> judge(matter, Judge.AGE, EligibilityRules::age)),
                Rule.number(3, "gestational-age")
                        .heeding(BIRTH, PREGNANCY, CONSENT)
                        .on(JUDGED, matter -> judge(matter, Judge.GESTATIONAL_AGE, GestationAtConsent::judge)),
                Rule.number(3, "criterion-not-met")
                        .heeding(COVARIATE, ELIGIBILITY, CONSENT)
                        .on(JUDGED, EligibilityRules::notMet),
                Rule.number(3, "eligibility-not-recorded")
                        .heeding(COVARIATE, ELIGIBILITY, CONSENT)
                        .on(JUDGED, EligibilityRules::notRecorded));
    }

    private static List<Finding> judge(
            Matter matter, Judge judge, BiFunction<Matter, EligibilityCriterion, List<Finding>> found) {
        return criteria(matter)
                .filter(criterion -> criterion.judge() == judge)
                .flatMap(criterion -> found.apply(matter, criterion).stream())
                .toList();
    }

    private static List<Finding> correctedAge(Matter matter, EligibilityCriterion criterion) {
        return tooOld(
                        matter,
                        criterion,
                        Optional.ofNullable(matter.expectedDate()).map(DateRange::on))
                .raise(() -> Finding.breach(
                                4,
                                "corrected-age",
                                "The corrected age at consent is not below the protocol's limit, or cannot be told"
                                        + " without the expected date of birth.")
                        .with("criterion", criterion.id()));
    }

    private static List<Finding> age(Matter matter, EligibilityCriterion criterion) {
        boolean unborn = matter.birth().isEmpty() && matter.has(Pregnancy.class);
        Certainty tooOld = unborn ? Certainty.NO : tooOld(matter, criterion, matter.birth());
        return tooOld.raise(() -> Finding.breach(
                        3,
                        "age-at-consent",
                        "The age at consent is not below the protocol's limit, or cannot be told without the birth"
                                + " date.")
                .with("criterion", criterion.id()));
    }

    /** Also where an age could tell: whoever judged it by hand knew of it. */
    private static List<Finding> notMet(Matter matter) {
        return criteria(matter)
                .filter(criterion -> CriterionAnswers.of(matter, criterion.id()) == CriterionAnswer.NOT_MET)
                .map(criterion -> Finding.breach(
                                3, "criterion-not-met", "A criterion of the protocol is recorded as not met.")
                        .with("criterion", criterion.id()))
                .toList();
    }

    private static List<Finding> notRecorded(Matter matter) {
        String open = criteria(matter)
                .filter(criterion -> criterion.judge() == Judge.RECORDED)
                .map(EligibilityCriterion::id)
                .filter(criterion -> CriterionAnswers.of(matter, criterion) == CriterionAnswer.UNKNOWN)
                .collect(Collectors.joining(","));
        return open.isEmpty()
                ? List.of()
                : List.of(Finding.doubt(
                                3,
                                "eligibility-not-recorded",
                                "Criteria of the protocol have no recorded answer: record the assessment of"
                                        + " eligibility.")
                        .with("criteria", open));
    }

    /** The limit itself is too old: "below 18 months" ends on the day before. */
    private static Certainty tooOld(Matter matter, EligibilityCriterion criterion, Optional<DateRange> from) {
        @Nullable Period below = criterion.below();
        Optional<DateRange> consent = AtConsent.day(matter).or(matter::range);
        if (below == null) {
            return Certainty.NO;
        }
        if (from.isEmpty() || consent.isEmpty()) {
            return Certainty.POSSIBLY;
        }
        DateRange lastDay = new DateRange(
                from.get().earliest().plus(below).minusDays(1),
                from.get().latest().plus(below).minusDays(1));
        return Certainty.after(consent.get(), lastDay);
    }

    private static Stream<EligibilityCriterion> criteria(Matter matter) {
        boolean atEnrolment = matter.details() instanceof Enrolment;
        return AtConsent.protocol(matter).eligibility().stream()
                .filter(criterion -> atEnrolment
                        ? criterion.arms().isEmpty()
                        : matter.armId().filter(criterion.arms()::contains).isPresent());
    }
}
