package org.trialog.deploy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;

/** Whole visits over HTTP, by coordinators who are logged in and all at it at once. */
public final class Visits {

    private static final int CLIENTS = 8;
    private static final int SUBJECTS_OF_A_CLIENT = 25;
    private static final double WARM_UP_SECONDS = 20;
    private static final double SECONDS = 10;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    private final Path data;

    /** @param data an empty folder for the benchmark's own data */
    public Visits(Path data) {
        this.data = data;
    }

    public List<Measure> run(Consumer<String> progress) throws Exception {
        try (Application application = Application.start(DataDirectory.open(data), 0, progress);
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            Served local =
                    Served.by(application.server().url(), application.server().token());
            local.openStudy();
            progress.accept("enrolling " + CLIENTS * SUBJECTS_OF_A_CLIENT + " subjects");
            List<Client> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(new Client(local.coordinator("bench-" + client), client));
            }
            for (Future<?> done : threads.invokeAll(clients.stream()
                    .map(client -> Executors.callable(client::enrol))
                    .toList())) {
                done.get();
            }
            progress.accept("recording visits");
            long start = System.nanoTime();
            List<Future<double[]>> waits = threads.invokeAll(
                    clients.stream().map(client -> client.recording(start)).toList());
            List<double[]> millis = new ArrayList<>();
            for (Future<double[]> waited : waits) {
                millis.add(waited.get());
            }
            return measures(millis.stream().flatMapToDouble(Arrays::stream));
        }
    }

    private static List<Measure> measures(DoubleStream waits) {
        double[] millis = waits.sorted().toArray();
        String detail = "%d clients, %d visits of 15 facts in %.0f s".formatted(CLIENTS, millis.length, SECONDS);
        return List.of(
                new Measure("whole visits over HTTP", millis.length / SECONDS, "visits/s", 100, true, detail),
                new Measure("a whole visit, median", millis[millis.length / 2], "ms", 100, false, detail),
                new Measure(
                        "a whole visit, 99th percentile",
                        millis[(int) (millis.length * 0.99)],
                        "ms",
                        100,
                        false,
                        "longest %.1f".formatted(millis[millis.length - 1])));
    }

    /** One coordinator with subjects of its own, whom it sees in turn. */
    private record Client(Served served, int number) {

        void enrol() {
            try {
                for (int subject = 0; subject < SUBJECTS_OF_A_CLIENT; subject++) {
                    served.enrol(subject(subject));
                }
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        }

        /** What each visit took in milliseconds, those of the warm-up left out. */
        Callable<double[]> recording(long start) {
            return () -> {
                DoubleStream.Builder waits = DoubleStream.builder();
                long begin = start + (long) (WARM_UP_SECONDS * NANOS);
                long end = begin + (long) (SECONDS * NANOS);
                for (int visit = 0; ; visit++) {
                    String path = Served.STUDY + "/subjects/" + subject(visit % SUBJECTS_OF_A_CLIENT) + "/visits";
                    String json = WholeVisit.json(visit / SUBJECTS_OF_A_CLIENT);
                    long sent = System.nanoTime();
                    if (sent >= end) {
                        return waits.build().toArray();
                    }
                    served.post(path, json);
                    long answered = System.nanoTime();
                    if (sent >= begin && answered < end) {
                        waits.add((answered - sent) / MILLIS);
                    }
                }
            };
        }

        private String subject(int place) {
            return "SE-%d-%02d".formatted(number, place);
        }
    }
}
