package org.trialog.query.difference;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trialog.query.outcome.figure.Behind;

/**
 * How one subject stands in a figure: in which groups, what of it counts there and what does not.
 *
 * @param groups those in which it is, or from which it is left out
 */
record Standing(SortedMap<String, Behind.Subject> groups) {

    static final Standing NOWHERE = new Standing(new TreeMap<>());

    Standing {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** Of every subject in the figure. */
    static SortedMap<String, Standing> all(List<Behind> behind) {
        SortedMap<String, SortedMap<String, Behind.Subject>> found = new TreeMap<>();
        for (Behind group : behind) {
            for (Behind.Subject subject : group.subjects()) {
                found.computeIfAbsent(subject.subject(), _ -> new TreeMap<>()).put(group.group(), subject);
            }
        }
        SortedMap<String, Standing> standings = new TreeMap<>();
        found.forEach((subject, groups) -> standings.put(subject, new Standing(groups)));
        return standings;
    }

    /** Of the one subject that a figure is over. */
    static Standing only(List<Behind> behind) {
        return all(behind).values().stream().findFirst().orElse(NOWHERE);
    }

    /** What is otherwise in the other figure, group by group. */
    List<Change> changesTo(Standing other) {
        SortedSet<String> names = new TreeSet<>(groups.keySet());
        names.addAll(other.groups.keySet());
        return names.stream()
                .flatMap(name -> new Changes(name, groups.get(name), other.groups.get(name)).list().stream())
                .toList();
    }
}
