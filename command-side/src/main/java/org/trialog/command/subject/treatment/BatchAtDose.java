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
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.DateRange;

/** Rule 12: the batch is known, released and unexpired at the dose. Rule 13: cells without a batch cannot be traced. */
public final class BatchAtDose {
    private BatchAtDose() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(12, "batch-unknown", "batch-not-released", "batch-expired")
                        .on(Treatment.class, BatchAtDose::unusable),
                Rule.number(13, "batch-not-recorded").on(Treatment.class, BatchAtDose::notRecorded));
    }

    private static List<Finding> unusable(Treatment dose, Matter matter) {
        @Nullable BatchId batch = dose.batch();
        if (batch == null) {
            return List.of();
        }
        @Nullable BatchStanding standing = matter.surroundings().batches().get(batch);
        if (standing == null) {
            return List.of(finding("batch-unknown", "The study has no batch of that number.", batch));
        }
        @Nullable LocalDate released = standing.releasedOn();
        if (released == null) {
            return List.of(finding("batch-not-released", "The batch has not been released.", batch));
        }
        Optional<DateRange> given = matter.range();
        if (given.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(Certainty.before(given.get(), DateRange.on(released))
                .raise(() -> finding("batch-not-released", "The batch was released only after the dose.", batch)
                        .with("releasedOn", released)));
        findings.addAll(Certainty.after(given.get(), DateRange.on(standing.expiresOn()))
                .raise(() -> finding("batch-expired", "The batch had expired at the dose.", batch)
                        .with("expiresOn", standing.expiresOn())));
        return findings;
    }

    private static List<Finding> notRecorded(Treatment dose, Matter matter) {
        boolean cells = matter.arm().map(Arm::doses).map(DosePlan::perKg).isPresent();
        return cells && dose.batch() == null
                ? List.of(Finding.doubt(
                                13, "batch-not-recorded", "Without its batch the dose cannot be traced to its donor.")
                        .at("batch"))
                : List.of();
    }

    private static Finding finding(String code, String sentence, BatchId batch) {
        return Finding.breach(12, code, sentence).at("batch").with("batch", batch);
    }
}
