package org.trialog.command.subject.entry;

import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.ELIGIBILITY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.CriterionAnswer;
import org.trialog.events.clinical.EligibilityAssessment;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.protocol.EligibilityCriterion;
import org.trialog.events.protocol.Protocol;

/** Rule 3: an assessment of eligibility speaks of the protocol's criteria, and its verdict agrees with its answers. */
public final class AssessedEligibility {
    private AssessedEligibility() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(0, "protocol-version-unknown")
                        .on(EligibilityAssessment.class, AssessedEligibility::unknownVersion),
                Rule.number(3, "criterion-unknown")
                        .on(EligibilityAssessment.class, AssessedEligibility::unknownCriteria),
                Rule.number(3, "verdict-contradicts-criteria")
                        .on(EligibilityAssessment.class, (assessment, matter) -> contradiction(assessment)),
                Rule.number(3, "assessed-by-other-version")
                        .heeding(CONSENT)
                        .on(EligibilityAssessment.class, AssessedEligibility::otherVersion),
                Rule.number(3, "found-not-eligible")
                        .heeding(ELIGIBILITY)
                        .on(Enrolment.class, (enrolment, matter) -> notEligible(matter)));
    }

    private static List<Finding> unknownVersion(EligibilityAssessment assessment, Matter matter) {
        return matter.surroundings().protocol(assessment.protocolVersion()).isEmpty()
                ? List.of(Finding.wrong(0, "protocol-version-unknown", "The protocol has no such version.")
                        .at("protocolVersion")
                        .with("version", assessment.protocolVersion()))
                : List.of();
    }

    private static List<Finding> unknownCriteria(EligibilityAssessment assessment, Matter matter) {
        Optional<Protocol> protocol = matter.surroundings().protocol(assessment.protocolVersion());
        if (protocol.isEmpty()) {
            return List.of();
        }
        List<String> known = protocol.get().eligibility().stream()
                .map(EligibilityCriterion::id)
                .toList();
        String unknown = assessment.criteria().keySet().stream()
                .filter(criterion -> !known.contains(criterion))
                .collect(Collectors.joining(","));
        return unknown.isEmpty()
                ? List.of()
                : List.of(Finding.wrong(
                                3,
                                "criterion-unknown",
                                "That version of the protocol has no criterion of that name: see its list.")
                        .at("criteria")
                        .with("criteria", unknown));
    }

    private static List<Finding> contradiction(EligibilityAssessment assessment) {
        String notMet = assessment.criteria().entrySet().stream()
                .filter(answer -> answer.getValue() == CriterionAnswer.NOT_MET)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
        return assessment.eligible() && !notMet.isEmpty()
                ? List.of(Finding.doubt(
                                3,
                                "verdict-contradicts-criteria",
                                "The subject is found eligible although a criterion is not met.")
                        .at("eligible")
                        .with("criteria", notMet))
                : List.of();
    }

    private static List<Finding> otherVersion(EligibilityAssessment assessment, Matter matter) {
        return AtConsent.version(matter)
                .filter(consented -> consented != assessment.protocolVersion())
                .map(consented -> List.of(Finding.doubt(
                                3,
                                "assessed-by-other-version",
                                "The criteria are those of another version than the one that the consent is to.")
                        .at("protocolVersion")
                        .with("version", assessment.protocolVersion())
                        .with("consented", consented)))
                .orElse(List.of());
    }

    private static List<Finding> notEligible(Matter matter) {
        return matter.last(EligibilityAssessment.class)
                .filter(assessment -> !assessment.eligible())
                .map(assessment -> List.of(Finding.breach(
                        3,
                        "found-not-eligible",
                        "The last assessment found the subject not eligible: record a new one, or the"
                                + " screen failure.")))
                .orElse(List.of());
    }
}
