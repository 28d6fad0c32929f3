package org.trialog.deploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.sdtm.ImportOptions;
import org.trialog.command.sdtm.ImportProgress;
import org.trialog.command.sdtm.SdtmImport;
import org.trialog.command.sdtm.report.ImportReport;
import org.trialog.deploy.Trialog;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.events.clinical.MedicalHistory;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Role;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** The figures of the main job: import, outcome, a past moment, visibility, start. */
public final class Speed {

    private static final int RUNS = 21;
    private static final int WARM_UP = 5;
    private static final double NANOS = 1e9;

    private final Path data;
    private final Path sdtm;
    private final StudyId study;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param data an empty folder for the benchmark's own data
     * @param sdtm the study to import
     */
    public Speed(Path data, Path sdtm, StudyId study) {
        this.data = data;
        this.sdtm = sdtm;
        this.study = study;
    }

    public List<Measure> run(Consumer<String> progress) throws Exception {
        List<Measure> measures = new ArrayList<>();
        try (Application application = Application.start(DataDirectory.open(data), 0, progress)) {
            progress.accept("importing " + sdtm);
            measures.add(importing(application));
            progress.accept("computing outcomes");
            measures.addAll(outcomes(application));
            progress.accept("recording and reading back");
            measures.add(visible(application));
        }
        progress.accept("starting again");
        measures.add(Measure.time("from the start of the process to ready", 6000, 1, 5, () -> {
            startAndStop();
            return null;
        }));
        return measures;
    }

    private Measure importing(Application application) {
        long start = System.nanoTime();
        ImportReport report = application
                .bean(SdtmImport.class)
                .run(sdtm, ImportOptions.of(study, "local:bench"), ImportProgress.NONE);
        double seconds = (System.nanoTime() - start) / NANOS;
        long rows = report.total().in();
        return new Measure(
                "import, every row through its decider",
                rows / seconds,
                "rows/s",
                2000,
                true,
                "%d rows in %.2f s, JVM cold".formatted(rows, seconds));
    }

    private List<Measure> outcomes(Application application) throws Exception {
        String outcomes = "/api/studies/" + study + "/outcomes";
        String first = get(application, outcomes).split("\"outcome\":\"", 2)[1].split("\"", 2)[0];
        String one = outcomes + "/" + first;
        String head = get(application, one).split("\"position\":", 2)[1].split("[,}]", 2)[0];
        long last = Long.parseLong(head);
        long[] step = {0};
        return List.of(
                Measure.time(
                        "an outcome over the study, as known now", 100, WARM_UP, RUNS, () -> get(application, one)),
                Measure.time(
                        "the same as known at another moment each time",
                        300,
                        WARM_UP,
                        RUNS,
                        () -> get(application, one + "?asKnownAt=" + (last - 1 - step[0]++ * 7))));
    }

    private Measure visible(Application application) throws Exception {
        Orders orders = application.bean(Orders.class);
        String history = get(application, "/api/studies/" + study + "/subjects");
        SubjectId subject = new SubjectId(history.split("\"subject\":\"", 2)[1].split("\"", 2)[0]);
        int[] count = {0};
        double[] waits = new double[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            LocalDate day = LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC).plusDays(count[0]++);
            Acceptance accepted = orders.carryOut(
                    SubjectOrder.of(
                            study, subject, Act.Make.of(new MedicalHistory(ClinicalDate.on(day), null, "BENCHMARK"))),
                    new Sender("local:bench", Role.COORDINATOR, null, Source.LOCAL, null, null, null));
            long committed = System.nanoTime();
            get(application, "/api/studies/" + study + "/subjects/" + subject + "?after=" + accepted.command());
            if (run >= 0) {
                waits[run] = (System.nanoTime() - committed) / 1e6;
            }
        }
        Arrays.sort(waits);
        return new Measure(
                "commit to visible over HTTP",
                waits[RUNS / 2],
                "ms",
                50,
                false,
                "median of %d, %.1f to %.1f".formatted(RUNS, waits[0], waits[RUNS - 1]));
    }

    /** A process of its own, as a user starts it, on data that are there. */
    private void startAndStop() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Trialog.class.getName(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0"));
        Process server = new ProcessBuilder(command).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith("Trialog serves")) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the server did not start");
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private String get(Application application, String path) throws IOException, InterruptedException {
        URI address = application.server().url().resolve(path);
        var response = http.send(
                HttpRequest.newBuilder(address)
                        .header(
                                "Authorization",
                                "Bearer " + application.server().token())
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
