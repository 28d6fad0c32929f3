package org.trialog.query.outcome.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.query.record.Entry;

/**
 * Records by kind. Within a kind they stand in the order of their days as written, then of their ids: the order in which
 * they were entered changes nothing.
 */
final class Known {

    private static final Comparator<Entry<?>> ORDER = Comparator.comparing(
                    (Entry<?> entry) -> entry.details().date().text())
            .thenComparing(Entry::id);

    private final Map<Class<?>, List<Entry<?>>> byKind;

    private Known(Map<Class<?>, List<Entry<?>>> byKind) {
        this.byKind = byKind;
    }

    static Known of(List<Entry<?>> entries) {
        Map<Class<?>, List<Entry<?>>> byKind = new HashMap<>();
        for (Entry<?> entry : entries) {
            byKind.computeIfAbsent(entry.details().getClass(), _ -> new ArrayList<>())
                    .add(entry);
        }
        byKind.values().forEach(list -> list.sort(ORDER));
        return new Known(byKind);
    }

    boolean nothing() {
        return byKind.isEmpty();
    }

    /** Every entry is re-made with its type, which the class that it stands under guarantees. */
    <D extends ClinicalRecord> List<Entry<D>> of(Class<D> kind) {
        List<Entry<D>> found = new ArrayList<>();
        for (Entry<?> entry : byKind.getOrDefault(kind, List.of())) {
            found.add(new Entry<>(entry.id(), kind.cast(entry.details()), entry.recordedAt(), entry.positions()));
        }
        return found;
    }
}
