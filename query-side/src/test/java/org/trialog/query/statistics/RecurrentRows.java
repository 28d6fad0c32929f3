package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Counting-process rows as the scripts in {@code src/test/r} form them. */
final class RecurrentRows {

    private RecurrentRows() {}

    /** Followed from the entry day to the end day, both at risk, with events on the days said, some of them twice. */
    static List<RecurrentObservation> course(String subject, double entry, double end, boolean died, double... events) {
        TreeMap<Double, Integer> stops = new TreeMap<>();
        Arrays.stream(events).forEach(day -> stops.merge(day, 1, Integer::sum));
        stops.putIfAbsent(end, 0);
        List<RecurrentObservation> rows = new ArrayList<>();
        double after = entry - 0.5;
        for (var stop : stops.entrySet()) {
            rows.add(new RecurrentObservation(
                    subject, after, stop.getKey(), stop.getValue(), died && stop.getKey() == end));
            after = stop.getKey();
        }
        return rows;
    }

    @SafeVarargs
    static List<RecurrentObservation> together(List<RecurrentObservation>... courses) {
        List<RecurrentObservation> rows = new ArrayList<>();
        for (List<RecurrentObservation> course : courses) {
            rows.addAll(course);
        }
        return rows;
    }

    /** Valve seats of 41 engines; two of one engine were replaced on one day. */
    static List<RecurrentObservation> valveSeat() {
        DataSet data = DataSet.read("valveSeat");
        List<RecurrentObservation> rows = new ArrayList<>();
        for (String engine : data.text("id").stream().distinct().toList()) {
            DataSet own = data.where("id", engine);
            List<Double> days = own.column("time");
            double[] replaced = own.where("status", "1").column("time").stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double end = days.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            rows.addAll(course(engine, 0, end, false, replaced));
        }
        return rows;
    }

    /** Recurrences of bladder tumours (status 1) and deaths (2 and 3). */
    static List<RecurrentObservation> bladder() {
        DataSet data = DataSet.read("bladder1");
        List<RecurrentObservation> rows = new ArrayList<>();
        for (int i = 0; i < data.text("id").size(); i++) {
            double start = data.column("start").get(i);
            int status = data.column("status").get(i).intValue();
            rows.add(new RecurrentObservation(
                    data.text("id").get(i),
                    start == 0 ? -0.5 : start,
                    data.column("stop").get(i),
                    status == 1 ? 1 : 0,
                    status >= 2));
        }
        return rows;
    }

    static List<RecurrentObservation> odd() {
        return together(
                course("a", 0, 20, false, 5, 5, 12),
                course("b", 3, 12, true, 5, 12),
                course("c", 0, 4, false),
                course("c", 9, 30, false, 20),
                course("d", 0, 30, false),
                course("e", 5, 5, false, 5),
                course("f", 12, 25, true, 12),
                course("g", 0, 0, false));
    }
}
