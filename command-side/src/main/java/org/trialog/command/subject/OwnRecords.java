package org.trialog.command.subject;

import java.util.Optional;
import org.trialog.command.judgement.Finding;
import org.trialog.command.order.Act;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.AnalysisReview;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;

/**
 * Rule 37: nobody edits another role's data. The sites record, and report to the sponsor; those of the sponsor ask, give
 * their own opinion of an adverse event, and report it to everybody else; whoever reviews writes review notes and nothing
 * else.
 */
final class OwnRecords {

    private static final int RULE = 37;

    private OwnRecords() {}

    /** @param state in which the record that is corrected or retracted is looked up: it is whose it is */
    static Optional<Finding> refusal(SubjectState state, Act act, Strictness strictness, Role role) {
        if (strictness == Strictness.IMPORT) {
            return Optional.empty();
        }
        return switch (act) {
            case Act.Make make -> ofRecord(make.details(), role);
            case Act.Correct correct -> ofStanding(state, correct.id(), role).or(() -> ofRecord(correct.after(), role));
            case Act.Retract retract -> ofStanding(state, retract.id(), role);
            case Act.AnswerQuery answer ->
                role == Role.COORDINATOR
                        ? Optional.empty()
                        : refused(
                                "answer-is-the-sites",
                                "A query is answered by the site: close it, or ask another one.");
            case Act.OpenQuery open -> ofSponsor(role);
            case Act.CloseQuery close -> ofSponsor(role);
            case Act.Redact redact -> ofDataManager(role);
            case Act.Restrict restrict -> ofDataManager(role);
            case Act.LiftRestriction lift -> ofDataManager(role);
            case Act.Erase erase -> Optional.empty();
        };
    }

    /** A record that nobody knows is the coordinator's to be told of. */
    private static Optional<Finding> ofStanding(SubjectState state, RecordId id, Role role) {
        return state.record(id)
                .map(held -> ofRecord(held.base(), role))
                .orElseGet(() -> role == Role.COORDINATOR ? Optional.empty() : notYours());
    }

    private static Optional<Finding> ofRecord(ClinicalRecord details, Role role) {
        boolean sponsors =
                switch (details) {
                    case AdverseEventFollowUp followUp -> followUp.by() == Assessor.SPONSOR;
                    case SafetyReport report -> report.to() != Addressee.SPONSOR;
                    default -> false;
                };
        boolean review = details instanceof AnalysisReview;
        boolean theirs =
                switch (role) {
                    case COORDINATOR -> !sponsors && !review;
                    case DATA_MANAGER -> sponsors || review;
                    case INVESTIGATOR, AUDITOR -> review;
                };
        return theirs ? Optional.empty() : notYours();
    }

    private static Optional<Finding> ofSponsor(Role role) {
        return role == Role.DATA_MANAGER || role == Role.INVESTIGATOR
                ? Optional.empty()
                : refused(
                        "query-is-the-sponsors",
                        "Queries are opened and closed by data managers and investigators: answer it.");
    }

    /**
     * What is destroyed never comes back and takes evidence with it: who entered it does not decide that alone, nor who
     * asks to have it gone. No value of the site's data changes, so the rule is kept.
     */
    private static Optional<Finding> ofDataManager(Role role) {
        return role == Role.DATA_MANAGER
                ? Optional.empty()
                : refused(
                        "data-managers-decision",
                        "Redaction and restriction are decided by the data manager: say to them what and why.");
    }

    private static Optional<Finding> notYours() {
        return refused(
                "another-roles-record",
                "That record is another role's: open a query, and who recorded it corrects it.");
    }

    private static Optional<Finding> refused(String code, String sentence) {
        return Optional.of(Finding.unintelligible(RULE, code, sentence));
    }
}
