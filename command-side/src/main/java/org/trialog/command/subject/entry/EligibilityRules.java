package org.trialog.command.subject.entry;

import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.BIRTH;
import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.COVARIATE;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.PREGNANCY;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.protocol.EligibilityCriterion;
import org.trialog.events.protocol.EligibilityCriterion.Judge;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.DateRange;

/**
 * Rules 3 and 4: the criteria of the protocol version at consent. Those for all arms are judged at enrolment, those of an
 * arm when the arm is set.
 */
public final class EligibilityRules {
    private static final Set<String> NO = Set.of("no", "n", "false", "not-met");

    private EligibilityRules() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(4, "corrected-age")
                        .heeding(BIRTH, PREGNANCY, CONSENT)
                        .on(
                                EnumSet.of(ENROLMENT, ARM_CHOICE, RANDOMISATION),
                                matter -> judge(matter, Judge.CORRECTED_AGE)),
                Rule.number(3, "age-at-consent")
                        .heeding(BIRTH, PREGNANCY, CONSENT)
                        .on(EnumSet.of(ENROLMENT, ARM_CHOICE, RANDOMISATION), matter -> judge(matter, Judge.AGE)),
                Rule.number(3, "criterion-not-met")
                        .heeding(COVARIATE, CONSENT)
                        .on(EnumSet.of(ENROLMENT, ARM_CHOICE, RANDOMISATION), matter -> judge(matter, Judge.RECORDED)),
                Rule.number(3, "eligibility-not-recorded")
                        .heeding(COVARIATE, CONSENT)
                        .on(EnumSet.of(ENROLMENT, ARM_CHOICE, RANDOMISATION), EligibilityRules::notRecorded));
    }

    private static List<Finding> judge(Matter matter, Judge judge) {
        return criteria(matter, judge).stream()
                .flatMap(criterion -> switch (judge) {
                    case CORRECTED_AGE -> correctedAge(matter, criterion).stream();
                    case AGE -> age(matter, criterion).stream();
                    case RECORDED -> recorded(matter, criterion).stream();
                    case GESTATIONAL_AGE -> Stream.<Finding>empty();
                })
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

    private static List<Finding> recorded(Matter matter, EligibilityCriterion criterion) {
        return answer(matter, criterion).filter(NO::contains).isPresent()
                ? List.of(Finding.breach(3, "criterion-not-met", "A criterion of the protocol is recorded as not met.")
                        .with("criterion", criterion.id()))
                : List.of();
    }

    private static List<Finding> notRecorded(Matter matter) {
        String open = criteria(matter, Judge.RECORDED).stream()
                .filter(criterion -> answer(matter, criterion).isEmpty())
                .map(EligibilityCriterion::id)
                .collect(Collectors.joining(","));
        return open.isEmpty()
                ? List.of()
                : List.of(Finding.doubt(
                                3,
                                "eligibility-not-recorded",
                                "Criteria of the protocol have no recorded answer: record each as a covariate.")
                        .with("criteria", open));
    }

    /** The limit itself is too old: "below 18 months" ends on the day before. */
    private static Certainty tooOld(Matter matter, EligibilityCriterion criterion, Optional<DateRange> from) {
        @Nullable Period below = criterion.below();
        Optional<DateRange> consent = consent(matter).or(matter::range);
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

    private static List<EligibilityCriterion> criteria(Matter matter, Judge judge) {
        boolean atEnrolment = matter.details() instanceof Enrolment;
        return atConsent(matter).eligibility().stream()
                .filter(criterion -> criterion.judge() == judge)
                .filter(criterion -> atEnrolment
                        ? criterion.arms().isEmpty()
                        : matter.armId().filter(criterion.arms()::contains).isPresent())
                .toList();
    }

    private static Protocol atConsent(Matter matter) {
        return matter.state().standing(Consent.class).stream()
                .map(held -> held.details().protocolVersion())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(version -> matter.surroundings().protocol(version))
                .orElseGet(matter::protocol);
    }

    private static Optional<DateRange> consent(Matter matter) {
        return matter.state().standing(Consent.class).stream()
                .findFirst()
                .map(Held::details)
                .flatMap(consent -> matter.range(consent.date()));
    }

    private static Optional<String> answer(Matter matter, EligibilityCriterion criterion) {
        return matter.state().standing(Covariate.class).stream()
                .map(Held::details)
                .filter(covariate -> covariate.code().equals(criterion.id()))
                .map(covariate -> covariate.value().toLowerCase(Locale.ROOT))
                .reduce((older, newer) -> newer);
    }
}
