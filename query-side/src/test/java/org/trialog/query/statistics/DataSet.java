package org.trialog.query.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A public data set of R, exported by {@code src/test/r/datasets.R}. */
final class DataSet {

    private final List<String> names;
    private final List<List<String>> rows;

    private DataSet(List<String> names, List<List<String>> rows) {
        this.names = names;
        this.rows = rows;
    }

    static DataSet read(String name) {
        try (InputStream in =
                Objects.requireNonNull(DataSet.class.getResourceAsStream("/statistics/" + name + ".csv"))) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(",")))
                    .toList();
            return new DataSet(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    DataSet where(String column, String value) {
        int index = names.indexOf(column);
        return new DataSet(
                names, rows.stream().filter(row -> row.get(index).equals(value)).toList());
    }

    List<Double> column(String column) {
        return text(column).stream().map(Double::valueOf).toList();
    }

    List<String> text(String column) {
        int index = names.indexOf(column);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Columns {@code time} and {@code status}. */
    List<Observation> observations() {
        List<Double> times = column("time");
        List<Double> status = column("status");
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            observations.add(Observation.fromAnchor(times.get(i), status.get(i).intValue()));
        }
        return observations;
    }
}
