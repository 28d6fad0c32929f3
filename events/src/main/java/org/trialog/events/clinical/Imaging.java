package org.trialog.events.clinical;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialog.events.personal.Personal;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * An image was read, also when it showed nothing: a skeletal survey without a fracture is evidence, too.
 *
 * @param date of the image
 * @param region what was looked at, for example {@code skeleton}, {@code femur}
 * @param fractures those of the record that it shows; empty when it shows none
 */
public record Imaging(
        ClinicalDate date,
        ImagingMethod method,
        String region,
        ImagingFinding finding,
        Set<RecordId> fractures,
        @Nullable RecordId visit,
        @Nullable Personal<String> note)
        implements ClinicalRecord, AtVisit {

    public Imaging {
        fractures = Collections.unmodifiableSortedSet(fractures == null ? new TreeSet<>() : new TreeSet<>(fractures));
    }

    @Override
    public Imaging at(RecordId visited) {
        return new Imaging(date, method, region, finding, fractures, visited, note);
    }
}
