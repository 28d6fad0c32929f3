package org.trialog.command.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.sdtm.ImportProgress;
import org.trialog.command.sdtm.report.ImportReport;
import org.trialog.events.wire.FactJson;

/** One import while it runs and after: how far it is, and how it ended. */
final class ImportJob implements ImportProgress {

    private static final double NANOS = 1e9;

    private final String id;
    private final long startedAt = System.nanoTime();
    private final List<String> warnings = new ArrayList<>();

    private long endedAt;
    private int done;
    private int total;
    private @Nullable ImportReport report;
    private @Nullable String code;
    private @Nullable String sentence;

    ImportJob(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    @Override
    public synchronized void reached(int subjects, int ofSubjects, long rows, double rowsPerSecond) {
        done = Math.max(done, subjects);
        total = ofSubjects;
    }

    @Override
    public synchronized void warn(String warning) {
        warnings.add(warning);
    }

    synchronized void finished(ImportReport made) {
        report = made;
        endedAt = System.nanoTime();
    }

    synchronized void failed(String withCode, String why) {
        code = withCode;
        sentence = why;
        endedAt = System.nanoTime();
    }

    synchronized boolean isDone() {
        return report != null;
    }

    synchronized ObjectNode json() {
        ObjectNode json = FactJson.mapper()
                .createObjectNode()
                .put("id", id)
                .put("done", done)
                .put("total", total);
        ArrayNode said = json.putArray("warnings");
        warnings.forEach(said::add);
        double seconds = ((endedAt == 0 ? System.nanoTime() : endedAt) - startedAt) / NANOS;
        json.put("seconds", seconds);
        if (report != null) {
            long rows = report.total().in();
            json.put("state", "done").put("rows", rows).put("rowsPerSecond", rows / seconds);
            json.set("report", report.json());
        } else if (code != null) {
            json.put("state", "failed");
            json.putObject("problem").put("code", code).put("detail", sentence);
        } else {
            json.put("state", "running");
        }
        return json;
    }
}
