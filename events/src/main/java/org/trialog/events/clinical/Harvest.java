package org.trialog.events.clinical;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;

/**
 * Cells were taken from the subject for a product of its own (rule 16).
 *
 * @param tissue as the protocol or the source names it, for example {@code bone-marrow}, {@code adipose}
 * @param location from where, for example {@code iliac-crest}
 * @param complications coded or standard terms
 */
public record Harvest(
        ClinicalDate date,
        String tissue,
        @Nullable String location,
        @Nullable Laterality side,
        @Nullable Quantity volume,
        List<String> complications)
        implements ClinicalRecord {

    public Harvest {
        complications = complications == null ? List.of() : List.copyOf(complications);
    }
}
