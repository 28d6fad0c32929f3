package org.trialog.events.clinical;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;

/**
 * The criteria of the protocol were judged (rule 3). The version is that of the consent.
 *
 * @param criteria by the protocol's ids; a criterion that is judged by an age needs no answer
 * @param eligible the verdict of whoever judged
 */
public record EligibilityAssessment(
        ClinicalDate date,
        int protocolVersion,
        SortedMap<String, CriterionAnswer> criteria,
        boolean eligible,
        @Nullable Personal<String> note)
        implements ClinicalRecord {

    public EligibilityAssessment {
        criteria = Collections.unmodifiableSortedMap(criteria == null ? new TreeMap<>() : new TreeMap<>(criteria));
    }
}
