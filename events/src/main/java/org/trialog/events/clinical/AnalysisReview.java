package org.trialog.events.clinical;

import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;

/**
 * Somebody reviewed what is known of the subject: an auditor's note, or the decision whether it belongs to an analysis.
 *
 * @param date of the review
 * @param scope what was looked at, for example {@code audit-trail}, {@code per-protocol set}
 * @param included whether the subject belongs to the set, null where no set is meant
 */
public record AnalysisReview(
        ClinicalDate date, String scope, @Nullable Boolean included, Personal<String> findings)
        implements ClinicalRecord {}
