package org.trialog.events.clinical;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SubjectId;

/**
 * A control was matched to a treated subject.
 *
 * @param set names the treated subject and its controls together
 * @param indexDate the day from which the control's time counts; anchor {@code index-date}
 * @param indexSubject the treated subject, null where the set has several
 */
public record ControlMatch(
        ClinicalDate date,
        String set,
        LocalDate indexDate,
        @Nullable SubjectId indexSubject) implements ClinicalRecord {}
