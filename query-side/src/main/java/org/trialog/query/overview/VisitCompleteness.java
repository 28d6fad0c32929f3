package org.trialog.query.overview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Visit;
import org.trialog.events.protocol.PlannedVisit;
import org.trialog.events.value.DateRange;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.outcome.person.Schedule;
import org.trialog.query.record.Entry;
import org.trialog.query.statistics.Estimate;

/** How many of the planned visits took place, by visit and arm. A visit is expected once its window has closed. */
final class VisitCompleteness {

    private final Cohorts cohorts;

    VisitCompleteness(Cohorts cohorts) {
        this.cohorts = cohorts;
    }

    /**
     * One planned visit in one arm.
     *
     * @param expected made, missed or overdue by the cut-off
     * @param outsideWindow of those made
     * @param missed recorded as such
     * @param overdue the window has closed, and nothing was recorded
     * @param notYet the window is open or still to come, and nothing was recorded
     * @param made as a share of those expected
     */
    public record Row(
            String visit,
            String group,
            int expected,
            int inWindow,
            int outsideWindow,
            int missed,
            int overdue,
            int notYet,
            Estimate made,
            List<String> overdueSubjects) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (PlannedVisit visit : cohorts.protocol().visits()) {
            cohorts.byArm().forEach((arm, people) -> {
                Row row = row(visit, arm, people);
                if (row.expected() + row.notYet() > 0) {
                    rows.add(row);
                }
            });
        }
        return List.copyOf(rows);
    }

    private Row row(PlannedVisit visit, String arm, List<Person> people) {
        int inWindow = 0;
        int outside = 0;
        int missed = 0;
        int notYet = 0;
        List<String> overdue = new ArrayList<>();
        for (Person person : people) {
            for (Schedule.Day day : new Schedule(person, cohorts.anchors()).days()) {
                if (!day.visit().equals(visit)) {
                    continue;
                }
                if (day.made() != null) {
                    boolean within = within(person, day.made(), visit, day);
                    inWindow += within ? 1 : 0;
                    outside += within ? 0 : 1;
                } else if (day.missed() != null) {
                    missed++;
                } else if (day.window().latest().isBefore(person.cutoff())) {
                    overdue.add(person.subject());
                } else {
                    notYet++;
                }
            }
        }
        int made = inWindow + outside;
        int expected = made + missed + overdue.size();
        return new Row(
                visit.code(),
                arm,
                expected,
                inWindow,
                outside,
                missed,
                overdue.size(),
                notYet,
                expected == 0 ? Estimate.none("no visit was expected yet") : Estimate.of((double) made / expected),
                overdue);
    }

    /** Outside only when it is so on every reading of its date; without a window every day is in it. */
    private static boolean within(Person person, Entry<Visit> made, PlannedVisit visit, Schedule.Day day) {
        @Nullable DateRange on = person.range(made.details().date()).orElse(null);
        return visit.window() == null
                || on == null
                || !(on.surelyBefore(day.window()) || day.window().surelyBefore(on));
    }
}
