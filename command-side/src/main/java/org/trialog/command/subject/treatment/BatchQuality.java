package org.trialog.command.subject.treatment;

import static org.trialog.events.clinical.RecordKind.ARM_CHANGE;
import static org.trialog.events.clinical.RecordKind.ARM_CHOICE;
import static org.trialog.events.clinical.RecordKind.RANDOMISATION;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.command.subject.Matter;
import org.trialog.command.subject.Rule;
import org.trialog.command.subject.Surroundings.BatchStanding;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.DosePlan;
import org.trialog.events.value.BatchId;

/**
 * Rule 12: a batch that is out of specification is given only with a justification of its own. Rule 13: cells without a
 * batch cannot be traced.
 */
public final class BatchQuality {
    private BatchQuality() {}

    public static List<Rule> rules() {
        return List.of(
                Rule.number(12, "out-of-specification-without-justification")
                        .on(Treatment.class, BatchQuality::unjustified),
                Rule.number(12, "out-of-specification-authorised")
                        .on(DoseAuthorisation.class, BatchQuality::toBeJustified),
                Rule.number(13, "batch-not-recorded")
                        .heeding(ARM_CHOICE, RANDOMISATION, ARM_CHANGE)
                        .on(Treatment.class, BatchQuality::notRecorded));
    }

    private static List<Finding> unjustified(Treatment dose, Matter matter) {
        return outOfSpecification(dose.batch(), matter) && dose.justification() == null
                ? List.of(Finding.breach(
                                12,
                                "out-of-specification-without-justification",
                                "The batch does not meet its specification: say why it was given all the same.")
                        .at("justification"))
                : List.of();
    }

    /** An authorisation has no justification of its own: it is let through so that the dose can give one. */
    private static List<Finding> toBeJustified(DoseAuthorisation authorisation, Matter matter) {
        return outOfSpecification(authorisation.batch(), matter)
                ? List.of(Finding.doubt(
                                12,
                                "out-of-specification-authorised",
                                "The batch does not meet its specification: the dose will need a justification.")
                        .at("batch"))
                : List.of();
    }

    private static boolean outOfSpecification(@Nullable BatchId batch, Matter matter) {
        return batch != null
                && BatchAtDose.standing(batch, matter)
                        .map(BatchStanding::outOfSpecification)
                        .orElse(false);
    }

    private static List<Finding> notRecorded(Treatment dose, Matter matter) {
        boolean cells = matter.arm().map(Arm::doses).map(DosePlan::perKg).isPresent();
        return cells && dose.batch() == null
                ? List.of(Finding.doubt(
                                13, "batch-not-recorded", "Without its batch the dose cannot be traced to its donor.")
                        .at("batch"))
                : List.of();
    }
}
