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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;

/**
 * Whole visits over HTTP, by coordinators who are logged in and all at it at once: first as fast as the machine goes, then at
 * the pace of the limit, each visit timed from the moment at which it was due, so that waiting for a slow one counts.
 */
public final class Visits {

    private static final int CLIENTS = 8;
    private static final int SUBJECTS_OF_A_CLIENT = 60;
    private static final double WARM_UP_SECONDS = 15;
    private static final double SECONDS = 10;
    private static final double PACE_PER_SECOND = 104;

    /** The read side catches up with what came faster before. */
    private static final double PACE_WARM_UP_SECONDS = 6;

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
                clients.add(new Client(local.coordinator("bench-" + client), client, new AtomicInteger()));
            }
            for (Future<?> done : threads.invokeAll(clients.stream()
                    .map(client -> Executors.callable(client::enrol))
                    .toList())) {
                done.get();
            }
            progress.accept("recording visits as fast as possible");
            double[] fast = recorded(threads, clients, WARM_UP_SECONDS, 0);
            progress.accept("recording " + PACE_PER_SECOND + " visits a second");
            return measures(fast, recorded(threads, clients, PACE_WARM_UP_SECONDS, CLIENTS / PACE_PER_SECOND));
        }
    }

    /** @param apart seconds from one visit of a client to its next; 0 for none */
    private static double[] recorded(ExecutorService threads, List<Client> clients, double warmUp, double apart)
            throws Exception {
        long begin = System.nanoTime() + (long) (warmUp * NANOS);
        List<double[]> millis = new ArrayList<>();
        for (Future<double[]> waited : threads.invokeAll(clients.stream()
                .map(client -> client.recording(begin, (long) (apart * NANOS)))
                .toList())) {
            millis.add(waited.get());
        }
        return millis.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static List<Measure> measures(double[] fast, double[] paced) {
        String detail = "%d clients, %d visits of 15 facts in %.0f s".formatted(CLIENTS, fast.length, SECONDS);
        String atPace = "%d clients, %d visits in %.0f s, longest %.1f"
                .formatted(CLIENTS, paced.length, SECONDS, paced[paced.length - 1]);
        return List.of(
                new Measure("whole visits over HTTP, at most", fast.length / SECONDS, "visits/s", 100, true, detail),
                new Measure(
                        "whole visits over HTTP, at their pace", paced.length / SECONDS, "visits/s", 100, true, atPace),
                new Measure("a whole visit at that pace, median", at(paced, 0.5), "ms", 100, false, atPace),
                new Measure("a whole visit at that pace, 99th percentile", at(paced, 0.99), "ms", 100, false, atPace),
                new Measure(
                        "a whole visit at most pace, 99th percentile",
                        at(fast, 0.99),
                        "ms",
                        100,
                        false,
                        "median %.1f, longest %.1f".formatted(at(fast, 0.5), fast[fast.length - 1])));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }

    /** One coordinator with subjects of its own, whom it sees in turn. */
    private record Client(Served served, int number, AtomicInteger visits) {

        void enrol() {
            try {
                for (int subject = 0; subject < SUBJECTS_OF_A_CLIENT; subject++) {
                    served.enrol(subject(subject));
                }
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        }

        /**
         * What each visit took in milliseconds from when it was due; those due before the beginning are the warm-up.
         *
         * @param apart nanoseconds from one visit to the next; 0 sends each when the one before is answered
         */
        Callable<double[]> recording(long begin, long apart) {
            return () -> {
                DoubleStream.Builder waits = DoubleStream.builder();
                long end = begin + (long) (SECONDS * NANOS);
                long due = System.nanoTime() + apart * number / CLIENTS;
                while (true) {
                    due = apart == 0 ? System.nanoTime() : due + apart;
                    if (due >= end) {
                        return waits.build().toArray();
                    }
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    int visit = visits.getAndIncrement();
                    String path = Served.STUDY + "/subjects/" + subject(visit % SUBJECTS_OF_A_CLIENT) + "/visits";
                    served.post(path, WholeVisit.json(visit / SUBJECTS_OF_A_CLIENT));
                    if (due >= begin) {
                        waits.add((System.nanoTime() - due) / MILLIS);
                    }
                }
            };
        }

        private String subject(int place) {
            return "SE-%d-%02d".formatted(number, place);
        }
    }
}
