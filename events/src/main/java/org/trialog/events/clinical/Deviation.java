package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * The protocol was not followed.
 *
 * @param rule number of the broken rule, null when it is none of ours
 * @param about the record that broke it
 * @param reason words of the person who records it
 */
public record Deviation(
        ClinicalDate date,
        DeviationImportance importance,
        @Nullable Integer rule,
        @Nullable RecordId about,
        @Nullable Personal<String> reason)
        implements ClinicalRecord {}
