package org.trialog.command.subject.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Certainty;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.DateRange;

/** Rule 12: on the day of the dose its batch is known, released, unexpired, and not in quarantine, rejected or recalled. */
public final class BatchAtDose {
    private static final String[] UNUSABLE = {
        "batch-unknown",
        "batch-not-released",
        "batch-expired",
        "batch-quarantined",
        "batch-recalled",
        "batch-rejected",
        "batch-rejected-later"
    };

    private BatchAtDose() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(12, UNUSABLE).on(Treatment.class, BatchAtDose::given),
                Rule.number(12, UNUSABLE).on(DoseAuthorisation.class, BatchAtDose::authorised));
    }

    private static List<Finding> given(Treatment dose, Matter matter) {
        List<Finding> findings = new ArrayList<>(unusable(dose.batch(), matter.range(), matter, Finding::breach));
        findings.addAll(rejected(dose, matter));
        return findings;
    }

    private static List<Finding> authorised(DoseAuthorisation authorisation, Matter matter) {
        DateRange planned = DateRange.on(authorisation.plannedOn());
        List<Finding> findings =
                new ArrayList<>(unusable(authorisation.batch(), Optional.of(planned), matter, Finding::wrong));
        if (rejection(authorisation.batch(), matter).isPresent()) {
            findings.add(Finding.wrong(12, "batch-rejected", "The batch was rejected: no dose of it is authorised.")
                    .at("batch"));
        }
        return findings;
    }

    /** A batch can be rejected once doses of it were given: they stay recordable and correctable, and are flagged. */
    private static List<Finding> rejected(Treatment dose, Matter matter) {
        Optional<LocalDate> rejectedOn = rejection(dose.batch(), matter);
        Optional<DateRange> given = matter.range();
        if (rejectedOn.isEmpty()) {
            return List.of();
        }
        boolean before = given.isPresent() && given.get().surelyBefore(rejectedOn.get());
        return List.of((before
                        ? Finding.doubt(12, "batch-rejected-later", "The batch was rejected after the dose was given.")
                        : Finding.breach(12, "batch-rejected", "The batch had been rejected: it is never used."))
                .at("batch")
                .with("rejectedOn", rejectedOn.get()));
    }

    private static Optional<LocalDate> rejection(@Nullable BatchId batch, Matter matter) {
        return batch == null ? Optional.empty() : standing(batch, matter).map(BatchStanding::rejectedOn);
    }

    private static List<Finding> unusable(
            @Nullable BatchId batch, Optional<DateRange> day, Matter matter, Severity severity) {
        if (batch == null) {
            return List.of();
        }
        Faults faults = new Faults(batch, severity);
        Optional<BatchStanding> standing = standing(batch, matter);
        if (standing.isEmpty()) {
            return List.of(faults.of("batch-unknown", "The study has no batch of that number."));
        }
        if (standing.get().releasedOn() == null) {
            return List.of(faults.of("batch-not-released", "The batch has not been released."));
        }
        return day.map(on -> faults.onDay(on, standing.get())).orElse(List.of());
    }

    static Optional<BatchStanding> standing(BatchId batch, Matter matter) {
        return Optional.ofNullable(matter.surroundings().batches().get(batch));
    }

    private record Faults(BatchId batch, Severity severity) {
        List<Finding> onDay(DateRange day, BatchStanding standing) {
            List<Finding> findings = new ArrayList<>();
            LocalDate released = standing.releasedOn();
            if (released != null) {
                findings.addAll(Certainty.before(day, DateRange.on(released))
                        .raise(() -> of("batch-not-released", "The batch was released only after the dose.")
                                .with("releasedOn", released)));
            }
            findings.addAll(Certainty.after(day, DateRange.on(standing.expiresOn()))
                    .raise(() -> of("batch-expired", "The batch had expired at the dose.")
                            .with("expiresOn", standing.expiresOn())));
            findings.addAll(
                    since(standing.quarantinedOn(), day, "batch-quarantined", "The batch was in quarantine then."));
            findings.addAll(since(standing.recalledOn(), day, "batch-recalled", "The batch had been recalled then."));
            return findings;
        }

        Finding of(String code, String sentence) {
            return severity.finding(12, code, sentence).at("batch").with("batch", batch);
        }

        private List<Finding> since(@Nullable LocalDate first, DateRange day, String code, String sentence) {
            return first == null
                    ? List.of()
                    : Certainty.after(day, DateRange.on(first.minusDays(1)))
                            .raise(() -> of(code, sentence).with("since", first));
        }
    }
}
