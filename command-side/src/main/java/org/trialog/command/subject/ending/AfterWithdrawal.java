package org.trialog.command.subject.ending;

import static org.trialog.events.clinical.RecordKind.CONSENT;
import static org.trialog.events.clinical.RecordKind.CONSENT_WITHDRAWAL;
import static org.trialog.events.clinical.RecordKind.VISIT;
import static org.trialog.events.clinical.RecordKind.WITHDRAWAL;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.judgement.Weight;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentScope;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.clinical.WithdrawalKind;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;

/**
 * Rule 24: no new clinical data dated after the withdrawal of the consent that covers them, until consent is given again.
 * Earlier dates, serious adverse events, death and what is decided on paper stay open. Rule 22: a visit after withdrawal
 * from procedures is flagged, and consent is withdrawn after it was given; rule 23: after the treatment was stopped nothing
 * of this holds.
 */
public final class AfterWithdrawal {
    private AfterWithdrawal() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(24, "after-consent-withdrawn")
                        .heeding(WITHDRAWAL, CONSENT_WITHDRAWAL, CONSENT)
                        .heedingAmendingOf(EnumSet.of(VISIT))
                        .on(ConsentCover.CLINICAL_DATA, AfterWithdrawal::afterConsentWithdrawn),
                Rule.number(22, "withdrawn-before-consent")
                        .heeding(CONSENT)
                        .on(ConsentWithdrawal.class, AfterWithdrawal::beforeConsent),
                Rule.number(22, "visit-after-withdrawal")
                        .heeding(WITHDRAWAL)
                        .on(EnumSet.of(VISIT), AfterWithdrawal::visitAfterWithdrawal));
    }

    private static List<Finding> afterConsentWithdrawn(Matter matter) {
        if (ConsentCover.seriousEvent(matter)) {
            return List.of();
        }
        Set<ConsentScope> cover = ConsentCover.of(matter);
        List<Finding> findings = LostConsent.all(matter.state()).stream()
                .filter(lost -> !Collections.disjoint(lost.scope(), cover))
                .flatMap(lost -> after(matter, lost.date())
                        .and(givenAgain(matter, lost) ? Certainty.NO : Certainty.SURELY)
                        .raise(() -> closed(lost))
                        .stream())
                .toList();
        return findings.stream()
                .filter(finding -> finding.weight() != Weight.DOUBT)
                .findFirst()
                .or(() -> findings.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    private static Finding closed(LostConsent lost) {
        return Finding.breach(
                        24,
                        "after-consent-withdrawn",
                        "It is dated after the consent that covers it was withdrawn: no such data are collected then.")
                .at("date")
                .with("withdrawn", lost.date())
                .with(
                        "scope",
                        lost.scope().stream()
                                .map(part -> part.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(",")));
    }

    private static List<Finding> beforeConsent(ConsentWithdrawal withdrawal, Matter matter) {
        Optional<DateRange> given = matter.state()
                .record(withdrawal.of())
                .flatMap(consent -> matter.range(consent.details().date()));
        Optional<DateRange> withdrawn = matter.range();
        return given.isEmpty() || withdrawn.isEmpty()
                ? List.of()
                : Certainty.before(withdrawn.get(), given.get()).raise(() -> Finding.wrong(
                                22,
                                "withdrawn-before-consent",
                                "Consent is withdrawn after it was given: one of the two dates is wrong.")
                        .at("date"));
    }

    private static List<Finding> visitAfterWithdrawal(Matter matter) {
        return matter.state().standing(Withdrawal.class).stream()
                .map(Held::details)
                .filter(withdrawal -> withdrawal.kind() == WithdrawalKind.PROCEDURES)
                .reduce((older, newer) -> newer)
                .map(withdrawal -> after(matter, withdrawal.date()).raise(() -> Finding.doubt(
                                22,
                                "visit-after-withdrawal",
                                "The visit follows the withdrawal from the study's procedures.")
                        .at("date")
                        .with("withdrawn", withdrawal.date())))
                .orElse(List.of());
    }

    private static Certainty after(Matter matter, ClinicalDate withdrawn) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> limit = matter.range(withdrawn);
        return date.isEmpty() || limit.isEmpty() ? Certainty.NO : Certainty.after(date.get(), limit.get());
    }

    private static boolean givenAgain(Matter matter, LostConsent lost) {
        Optional<DateRange> date = matter.range();
        Optional<DateRange> limit = matter.range(lost.date());
        return date.isPresent()
                && limit.isPresent()
                && matter.state().standing(Consent.class).stream()
                        .map(Held::details)
                        .filter(lost::givenAgainBy)
                        .flatMap(consent -> matter.range(consent.date()).stream())
                        .anyMatch(consent -> consent.surelyAfter(limit.get())
                                && !consent.earliest().isAfter(date.get().latest()));
    }
}
