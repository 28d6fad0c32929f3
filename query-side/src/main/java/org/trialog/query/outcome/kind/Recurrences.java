package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialog.query.outcome.person.Exposure;
import org.trialog.query.outcome.person.Occurrence;
import org.trialog.query.outcome.person.Span;
import org.trialog.query.statistics.CompetingObservation.End;
import org.trialog.query.statistics.RecurrentObservation;

/** Turns what was seen of the subjects into rows of recurrent events, at the times and with the ends of {@link Curves}. */
record Recurrences(Curves curves) {

    List<RecurrentObservation> rows(Stratum stratum) {
        List<RecurrentObservation> rows = new ArrayList<>();
        stratum.members().forEach(member -> rows.addAll(rows(member)));
        return List.copyOf(rows);
    }

    List<RecurrentObservation> rows(Member member) {
        List<RecurrentObservation> rows = new ArrayList<>();
        member.exposures().forEach(exposure -> add(member, exposure, rows));
        return rows;
    }

    private void add(Member member, Exposure exposure, List<RecurrentObservation> rows) {
        LocalDate zero = curves.zero().apply(exposure.window());
        List<Occurrence> outside = new ArrayList<>(exposure.events());
        for (Span span : exposure.spans()) {
            TreeMap<Double, Integer> days = new TreeMap<>();
            days.put(curves.last(exposure.window(), zero, span), 0);
            for (Occurrence event : exposure.events()) {
                if (span.contains(event.day())) {
                    days.merge(Curves.time(zero, event.day()), 1, Integer::sum);
                    outside.remove(event);
                }
            }
            boolean died = curves.end(member, exposure, span) == End.DEATH;
            add(member, Curves.time(zero, span.from()), days, died, rows);
        }
        // A fetus can have an adverse event before its time at risk begins: at risk on that day alone.
        TreeMap<Double, Integer> early = new TreeMap<>();
        outside.forEach(event -> early.merge(Curves.time(zero, event.day()), 1, Integer::sum));
        early.forEach((day, events) -> add(member, day, new TreeMap<>(Map.of(day, events)), false, rows));
    }

    private static void add(
            Member member, double entry, TreeMap<Double, Integer> days, boolean died, List<RecurrentObservation> rows) {
        double after = entry - 0.5;
        for (var day : days.entrySet()) {
            boolean last = day.getKey().equals(days.lastKey());
            rows.add(new RecurrentObservation(
                    member.person().subject(), after, day.getKey(), day.getValue(), died && last));
            after = day.getKey();
        }
    }
}
