package org.trialog.events.clinical;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;

/**
 * An instrument was filled in: its items and its total.
 *
 * @param items by the instrument's item codes; empty when only the total is known
 * @param total null when the instrument has none or its completeness rule refuses one
 */
public record Assessment(
        ClinicalDate date,
        String instrument,
        String version,
        SortedMap<String, BigDecimal> items,
        @Nullable BigDecimal total,
        @Nullable RecordId visit)
        implements ClinicalRecord, AtVisit {

    public Assessment {
        items = Collections.unmodifiableSortedMap(items == null ? new TreeMap<>() : new TreeMap<>(items));
    }

    @Override
    public Assessment at(RecordId visited) {
        return new Assessment(date, instrument, version, items, total, visited);
    }
}
