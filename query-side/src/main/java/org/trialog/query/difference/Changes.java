package org.trialog.query.difference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.query.difference.Change.What;
import org.trialog.query.outcome.figure.Behind;

/** Tells how a subject stands otherwise in one group. */
final class Changes {

    private final String group;
    private final Behind.@Nullable Subject before;
    private final Behind.@Nullable Subject after;
    private final List<Change> found = new ArrayList<>();

    Changes(String group, Behind.@Nullable Subject before, Behind.@Nullable Subject after) {
        this.group = group;
        this.before = before;
        this.after = after;
    }

    List<Change> list() {
        membership();
        String from = anchors(before);
        String to = anchors(after);
        if (!from.equals(to) && before != null && after != null) {
            found.add(new Change(What.ANCHOR_MOVED, group, null, from, to, null));
        }
        events();
        if (days(before) != days(after)) {
            found.add(new Change(
                    What.PERSON_DAYS, group, null, Long.toString(days(before)), Long.toString(days(after)), null));
        }
        return List.copyOf(found);
    }

    private void membership() {
        if (before == null || after == null) {
            found.add(Change.of(before == null ? What.ENTERS_GROUP : What.LEAVES_GROUP, group));
        }
        String was = before == null ? null : before.leftOut();
        String is = after == null ? null : after.leftOut();
        if (was != null && is == null && after != null) {
            found.add(new Change(What.TAKEN_IN, group, null, was, null, null));
        } else if (was == null && is != null) {
            found.add(new Change(What.LEFT_OUT, group, null, null, null, is));
        } else if (was != null && is != null && !was.equals(is)) {
            found.add(new Change(What.LEFT_OUT_OTHERWISE, group, null, was, null, is));
        }
    }

    /** Record by record: where each counted, and where it counts. */
    private void events() {
        SortedMap<String, SortedSet<String>> counted = counted(before);
        SortedMap<String, SortedSet<String>> counts = counted(after);
        Map<String, String> reasonsBefore = reasons(before);
        Map<String, String> reasons = reasons(after);
        SortedSet<String> records = new TreeSet<>(counted.keySet());
        records.addAll(counts.keySet());
        records.addAll(reasonsBefore.keySet());
        records.addAll(reasons.keySet());
        for (String record : records) {
            event(
                    record,
                    text(counted.get(record)),
                    text(counts.get(record)),
                    reasonsBefore.get(record),
                    reasons.get(record));
        }
    }

    private void event(
            String record, @Nullable String was, @Nullable String is, @Nullable String wasNot, @Nullable String isNot) {
        if (was == null && is != null) {
            found.add(new Change(What.COUNTED, group, record, null, is, null));
        } else if (was != null && is == null) {
            found.add(new Change(What.COUNTED_NO_LONGER, group, record, was, null, isNot));
        } else if (was != null && !was.equals(is)) {
            found.add(new Change(What.PLACED_OTHERWISE, group, record, was, is, null));
        } else if (was == null && isNot != null && !isNot.equals(wasNot)) {
            found.add(new Change(What.NOT_COUNTED, group, record, wasNot, null, isNot));
        } else if (was == null && isNot == null && wasNot != null) {
            found.add(new Change(What.GONE, group, record, wasNot, null, null));
        }
    }

    /** The days that each record counts on, with the window where it is not the outcome's own. */
    private static SortedMap<String, SortedSet<String>> counted(Behind.@Nullable Subject subject) {
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        for (Behind.Counted counted : subject == null ? List.<Behind.Counted>of() : subject.counted()) {
            String window = counted.window().equals("window") ? "" : " (" + counted.window() + ")";
            counted.records().forEach(record -> found.computeIfAbsent(record, _ -> new TreeSet<>())
                    .add(counted.placed() + window));
        }
        return found;
    }

    private static Map<String, String> reasons(Behind.@Nullable Subject subject) {
        return subject == null
                ? Collections.emptyMap()
                : subject.notCounted().stream()
                        .collect(Collectors.toMap(
                                Behind.NotCounted::record, Behind.NotCounted::reason, (first, _) -> first));
    }

    private static @Nullable String text(@Nullable SortedSet<String> days) {
        return days == null ? null : String.join(", ", days);
    }

    private static String anchors(Behind.@Nullable Subject subject) {
        return subject == null
                ? ""
                : subject.anchors().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    private static long days(Behind.@Nullable Subject subject) {
        return subject == null ? 0 : subject.days();
    }
}
