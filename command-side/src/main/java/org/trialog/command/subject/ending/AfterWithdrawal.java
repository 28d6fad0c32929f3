package org.trialog.command.subject.ending;

import static org.trialog.events.clinical.RecordKind.ADVERSE_EVENT;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.ASSESSMENT;
import static org.trialog.events.clinical.RecordKind.CLINICAL_EVENT;
import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.COVARIATE;
import static org.trialog.events.clinical.RecordKind.ENROLMENT;
import static org.trialog.events.clinical.RecordKind.FOLLOW_UP;
import static org.trialog.events.clinical.RecordKind.FRACTURE;
import static org.trialog.events.clinical.RecordKind.MEASUREMENT;
import static org.trialog.events.clinical.RecordKind.MEDICAL_HISTORY;
import static org.trialog.events.clinical.RecordKind.MEDICATION;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;
import static org.trialog.events.clinical.RecordKind.TREATMENT;
import static org.trialog.events.clinical.RecordKind.VISIT;
import static org.trialog.events.clinical.RecordKind.WITHDRAWAL;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.DateRange;

/**
 * Rule 24: no new clinical data dated after the withdrawal of the consent that covers them, until consent is given again.
 * Earlier dates, serious adverse events, death and what is decided on paper stay open. Rule 22: a visit after withdrawal
 * from procedures is flagged; rule 23: after the treatment was stopped nothing of this holds.
 */
public final class AfterWithdrawal {
    private static final Set<RecordKind> CLINICAL_DATA = EnumSet.of(
            ENROLMENT,
            RANDOMISATION,
            ARM_CHOICE,
            COVARIATE,
            TREATMENT,
            VISIT,
            FOLLOW_UP,
            MEASUREMENT,
            ASSESSMENT,
            FRACTURE,
            ADVERSE_EVENT,
            CLINICAL_EVENT,
            MEDICATION,
            MEDICAL_HISTORY);

    private AfterWithdrawal() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(24, "after-consent-withdrawn")
                        .heeding(WITHDRAWAL, CONSENT)
                        .on(CLINICAL_DATA, AfterWithdrawal::afterConsentWithdrawn),
                Rule.number(22, "visit-after-withdrawal")
                        .heeding(WITHDRAWAL)
                        .on(EnumSet.of(VISIT), AfterWithdrawal::visitAfterWithdrawal));
    }

    private static List<Finding> afterConsentWithdrawn(Matter matter) {
        if (matter.details() instanceof AdverseEvent event && event.serious()) {
            return List.of();
        }
        return withdrawn(matter, WithdrawalKind.CONSENT)
                .map(withdrawal -> after(matter, withdrawal)
                        .and(consentedAgain(matter, withdrawal) ? Certainty.NO : Certainty.SURELY)
                        .raise(() -> Finding.breach(
                                        24,
                                        "after-consent-withdrawn",
                                        "It is dated after consent was withdrawn: no new data are collected then.")
                                .at("date")
                                .with("withdrawn", withdrawal.date())))
                .orElse(List.of());
    }

    private static List<Finding> visitAfterWithdrawal(Matter matter) {
        return withdrawn(matter, WithdrawalKind.PROCEDURES)
                .map(withdrawal -> after(matter, withdrawal).raise(() -> Finding.doubt(
                                22,
                                "visit-after-withdrawal",
                                "The visit follows the withdrawal from the study's procedures.")
                        .at("date")
                        .with("withdrawn", withdrawal.date())))
                .orElse(List.of());
    }

    private static Optional<Withdrawal> withdrawn(Matter matter, WithdrawalKind kind) {
        return matter.state().standing(Withdrawal.class).stream()
                .map(Held::details)
                .filter(withdrawal -> withdrawal.kind() == kind)
                .reduce((older, newer) -> newer);
    }

    private static Certainty after(Matter matter, Withdrawal withdrawal) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> limit = matter.range(withdrawal.date());
        return date.isEmpty() || limit.isEmpty() ? Certainty.NO : Certainty.after(date.get(), limit.get());
    }

    private static boolean consentedAgain(Matter matter, Withdrawal withdrawal) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> limit = matter.range(withdrawal.date());
        return date.isPresent()
                && limit.isPresent()
                && matter.state().standing(Consent.class).stream()
                        .flatMap(held -> matter.range(held.details().date()).stream())
                        .anyMatch(consent -> consent.surelyAfter(limit.get())
                                && !consent.earliest().isAfter(date.get().latest()));
    }
}
