package org.trialog.query.worklist;

import java.util.stream.Stream;
import org.trialog.query.outcome.person.Anchors;
import org.trialog.query.outcome.person.Schedule;
import org.trialog.query.worklist.Item.Kind;

/** The planned visits that were neither made nor missed yet. */
record Visits(Case subject, Anchors anchors) {

    Stream<Item> items() {
        return new Schedule(subject.person(), anchors)
                .days().stream()
                        .filter(day -> !day.settled())
                        .map(day -> subject.planned(
                                Kind.VISIT,
                                day.visit().code(),
                                day.planned(),
                                day.visit().window(),
                                day.approximate()));
    }
}
