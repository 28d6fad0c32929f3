package org.trialog.events.clinical;

import org.trialog.events.value.RecordId;

/**
 * A record that says more of another one of the same subject: the radiograph's verdict on a fracture, the follow-up of an
 * adverse event, the report of it. It stands beside that record, can be corrected and retracted itself, and what is known of the other record
 * is what it said when made together with what its supplements say, in the order in which they were made.
 */
public sealed interface Supplement
        permits ConsentWithdrawal,
                FractureConfirmation,
                FractureRefutation,
                AdverseEventFollowUp,
                MedicationStop,
                SafetyReport {

    /** The record that it says more of. */
    RecordId of();

    /** The same, said of that record: whoever sends it names the record in the address. */
    ClinicalRecord about(RecordId record);

    /** That record once this is known, too; unchanged when it is not of the kind that this speaks of. */
    ClinicalRecord onto(ClinicalRecord record);
}
