package org.trialog.query.outcome.person;

import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.value.ClinicalDate;
import org.trialog.query.record.Entry;

/**
 * A record of the kind that a filter asks for.
 *
 * @param refusal why it does not count whenever it happened; null when it may
 */
record Candidate(
        Entry<? extends ClinicalRecord> entry,
        ClinicalDate date,
        @Nullable String refusal,
        @Nullable String incident,
        @Nullable String site) {}
