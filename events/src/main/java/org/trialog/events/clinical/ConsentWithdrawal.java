package org.trialog.events.clinical;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * A consent was withdrawn, whole or in part (rules 22 and 24). What was collected before stays.
 *
 * @param of the consent
 * @param scope what is withdrawn
 */
public record ConsentWithdrawal(ClinicalDate date, RecordId of, Set<ConsentScope> scope)
        implements ClinicalRecord, Supplement {

    public ConsentWithdrawal {
        if (scope == null || scope.isEmpty()) {
            throw new IllegalArgumentException("a withdrawal of consent says what is withdrawn");
        }
        scope = Collections.unmodifiableSet(EnumSet.copyOf(scope));
    }

    /** Whether it withdraws the given part. */
    public boolean covers(ConsentScope part) {
        return scope.contains(part) || scope.contains(ConsentScope.ALL);
    }

    @Override
    public ConsentWithdrawal about(RecordId record) {
        return new ConsentWithdrawal(date, record, scope);
    }

    /** A consent stays what it was; that it was withdrawn is a fact of its own. */
    @Override
    public ClinicalRecord onto(ClinicalRecord record) {
        return record;
    }
}
