package org.trialog.query.outcome.person;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.query.outcome.figure.Behind.NotCounted;

/** Occurrences that count once: the same bone and side told twice, and the bones of one incident. */
final class Repeats {

    private Repeats() {}

    /**
     * The same bone and side closer than the gap to the one counted before counts once.
     *
     * @param sorted by day
     * @param gap null is none
     * @param leftOut receives what was told twice
     */
    static List<Occurrence> apart(List<Occurrence> sorted, @Nullable Period gap, Collection<NotCounted> leftOut) {
        if (gap == null || gap.isZero()) {
            return sorted;
        }
        Map<String, Occurrence> lastOf = new HashMap<>();
        List<Occurrence> kept = new ArrayList<>();
        for (Occurrence next : sorted) {
            Occurrence last = next.site() == null ? null : lastOf.get(next.site());
            if (last != null && next.day().isBefore(last.day().plus(gap))) {
                leftOut.add(new NotCounted(
                        next.records().getFirst(),
                        next.positions(),
                        "same bone and side as " + last.records().getFirst() + " within the minimum gap"));
            } else {
                kept.add(next);
                if (next.site() != null) {
                    lastOf.put(next.site(), next);
                }
            }
        }
        return kept;
    }

    /** One for each incident, on the day of its first bone. */
    static List<Occurrence> episodes(List<Occurrence> sorted) {
        Map<String, Occurrence> episodes = new LinkedHashMap<>();
        for (Occurrence next : sorted) {
            episodes.merge(key(next), next, Repeats::together);
        }
        return List.copyOf(episodes.values());
    }

    /** Without an incident the same exact day is one episode; a placed day says nothing about that. */
    private static String key(Occurrence occurrence) {
        if (occurrence.incident() != null) {
            return "incident " + occurrence.incident();
        }
        LocalDate day = occurrence.day();
        return occurrence.partial() ? "record " + occurrence.records().getFirst() : "day " + day;
    }

    private static Occurrence together(Occurrence first, Occurrence next) {
        List<String> records = new ArrayList<>(first.records());
        records.addAll(next.records());
        List<Long> positions = new ArrayList<>(first.positions());
        positions.addAll(next.positions());
        return new Occurrence(records, positions, first.day(), first.partial(), first.incident(), first.site());
    }
}
