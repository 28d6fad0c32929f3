package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** The studies of a pooled figure as rows of a forest plot, each a mark and its interval on one common axis. */
record ForestRows(PrintStream out) {

    private static final int WIDTH = 41;

    void print(JsonNode group) {
        boolean ratio = group.has("logEstimate");
        Axis axis = axis(group, ratio);
        for (JsonNode study : group.path("studies")) {
            out.printf(
                    "    %-34s %s %-28s weight %5s %%  n %s/%s%s%n",
                    cut(study.path("trial").asText()),
                    axis.mark(study, 'o'),
                    FigureTable.estimate(study),
                    FigureTable.number(study.path("weight")),
                    FigureTable.number(study.path("treated").path("n")),
                    FigureTable.number(study.path("control").path("n")),
                    said(study));
        }
        if (group.path("estimate").isNumber()) {
            out.printf("    %-34s %s %s%n", "pooled", axis.mark(group, '#'), FigureTable.estimate(group));
        }
        if (!group.path("tau2").isNumber()) {
            out.printf(
                    "    variance between studies: %s; %s%n",
                    FigureTable.number(group.path("tau2")),
                    group.path("benefit").asText());
            return;
        }
        JsonNode q = group.path("q");
        out.printf(
                "    tau2 %s, I2 %s %%, Q %s on %s df, p %s; prediction %s to %s; %s%n",
                FigureTable.number(group.path("tau2")),
                FigureTable.number(group.path("iSquared")),
                FigureTable.number(q.path("statistic")),
                q.path("df").asText(),
                FigureTable.number(q.path("p")),
                FigureTable.number(group.path("prediction").path("lower")),
                FigureTable.number(group.path("prediction").path("upper")),
                group.path("benefit").asText());
    }

    private static String said(JsonNode study) {
        StringBuilder said = new StringBuilder();
        for (String key : new String[] {"cellSource", "autologous", "injections"}) {
            if (!study.path(key).isNull()) {
                said.append(key.equals("injections") ? ", injections " : ", ")
                        .append(study.path(key).asText());
            }
        }
        return said.toString();
    }

    private static String cut(String name) {
        return name.length() <= 34 ? name : name.substring(0, 33) + "…";
    }

    private static Axis axis(JsonNode group, boolean ratio) {
        double least = 0;
        double most = 0;
        for (JsonNode study : group.path("studies")) {
            least = Math.min(least, place(study.path("lower"), ratio));
            most = Math.max(most, place(study.path("upper"), ratio));
        }
        return new Axis(least, most, ratio);
    }

    private static double place(JsonNode value, boolean ratio) {
        return ratio ? StrictMath.log(value.asDouble()) : value.asDouble();
    }

    /** From the least lower limit to the greatest upper one; no effect is marked by a bar. */
    private record Axis(double least, double most, boolean ratio) {

        String mark(JsonNode row, char mark) {
            char[] line = " ".repeat(WIDTH).toCharArray();
            for (int at = column(row.path("lower")); at <= column(row.path("upper")); at++) {
                line[at] = '-';
            }
            line[column(0)] = '|';
            line[column(row.path("estimate"))] = mark;
            return new String(line);
        }

        private int column(JsonNode value) {
            return column(place(value, ratio));
        }

        private int column(double value) {
            double share = most == least ? 0.5 : (value - least) / (most - least);
            return (int) Math.round(Math.min(1, Math.max(0, share)) * (WIDTH - 1));
        }
    }
}
