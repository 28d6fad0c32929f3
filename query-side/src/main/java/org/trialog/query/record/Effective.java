package org.trialog.query.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Supplement;
import org.trialog.events.value.RecordId;

/**
 * What records say together with their supplements: each supplement that stands is laid over its record, in the order in
 * which they were made. A refuted fracture is refuted, an adverse event that turned fatal is fatal.
 */
final class Effective {

    private Effective() {}

    static List<Entry<?>> of(List<Entry<?>> made) {
        Map<RecordId, List<Entry<?>>> supplements = new HashMap<>();
        for (Entry<?> entry : made) {
            if (entry.details() instanceof Supplement supplement) {
                supplements
                        .computeIfAbsent(supplement.of(), id -> new ArrayList<>())
                        .add(entry);
            }
        }
        return supplements.isEmpty()
                ? made
                : made.stream()
                        .<Entry<?>>map(entry -> with(entry, supplements.getOrDefault(entry.id(), List.of())))
                        .toList();
    }

    private static Entry<?> with(Entry<?> base, List<Entry<?>> supplements) {
        if (supplements.isEmpty()) {
            return base;
        }
        ClinicalRecord known = base.details();
        for (Entry<?> entry : supplements) {
            known = entry.details() instanceof Supplement supplement ? supplement.onto(known) : known;
        }
        List<Long> positions = Stream.concat(Stream.of(base), supplements.stream())
                .flatMap(entry -> entry.positions().stream())
                .sorted()
                .toList();
        return new Entry<>(base.id(), known, base.recordedAt(), positions);
    }
}
