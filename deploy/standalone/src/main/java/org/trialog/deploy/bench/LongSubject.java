package org.trialog.deploy.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Act;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.events.clinical.Measurement;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** A command on a subject with a long life, in a large history, against the same command on subjects with a short one. */
public final class LongSubject {

    private static final StudyId STUDY = new StudyId("bench");
    private static final SubjectId LONG = new SubjectId("SE-LONG");
    private static final SubjectId TEMPLATE = new SubjectId("SE-TEMPLATE");
    private static final int LONG_LIFE = 2_000;
    private static final int TEMPLATE_LIFE = 400;
    private static final int SHORT_ONES = 25;
    private static final int SHORT_LIFE = 10;

    private static final int PAIRS = 500;
    private static final int WARM_UP = 500;
    private static final int COLD_PAIRS = 21;
    private static final int ACTS_AT_ONCE = 100;
    private static final double MILLIS = 1e6;
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 2, 1);
    private static final Sender SENDER =
            new Sender("local:bench", Role.COORDINATOR, new SiteId("SE"), Source.LOCAL, null, null, null);

    private final Path data;
    private final long events;
    private final Map<SubjectId, Integer> measured = new HashMap<>();

    /**
     * @param data an empty folder for the benchmark's own data
     * @param events how many the history has before anything is timed
     */
    public LongSubject(Path data, long events) {
        this.data = data;
        this.events = events;
    }

    public List<Measure> run(Consumer<String> progress) throws Exception {
        try (Application application = Application.start(DataDirectory.open(data), 0, progress);
                Filling filling = Filling.of(application.directory())) {
            Served local =
                    Served.by(application.server().url(), application.server().token());
            Orders orders = application.bean(Orders.class);
            local.openStudy();
            progress.accept("recording subjects");
            List<SubjectId> shortOnes = new ArrayList<>();
            for (int place = 0; place < SHORT_ONES; place++) {
                shortOnes.add(new SubjectId("SE-%03d".formatted(place)));
                grow(local, orders, shortOnes.getLast(), SHORT_LIFE);
            }
            grow(local, orders, TEMPLATE, TEMPLATE_LIFE);
            String last = grow(local, orders, LONG, LONG_LIFE).command();
            progress.accept("filling the history up to " + events + " events");
            filling.copy(TEMPLATE.value(), events, progress);
            progress.accept("waiting until the read side has folded them");
            while (!local.answers(Served.STUDY + "/subjects/" + LONG + "?after=" + last)) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            progress.accept("timing");
            return List.of(kept(orders, shortOnes, filling.events()), readAnew(orders, shortOnes));
        }
    }

    /** In turn, so that whatever else the machine does falls on both. */
    private Measure kept(Orders orders, List<SubjectId> shortOnes, long history) {
        double[] onLong = new double[PAIRS];
        double[] onShort = new double[PAIRS];
        for (int pair = -WARM_UP; pair < PAIRS; pair++) {
            SubjectId other = shortOnes.get(Math.floorMod(pair, SHORT_ONES));
            boolean longFirst = pair % 2 == 0;
            double first = millis(orders, longFirst ? LONG : other);
            double second = millis(orders, longFirst ? other : LONG);
            if (pair >= 0) {
                onLong[pair] = longFirst ? first : second;
                onShort[pair] = longFirst ? second : first;
            }
        }
        return new Measure(
                "a command on a long subject over a short one",
                median(onLong) / median(onShort),
                "times",
                1.15,
                false,
                "medians of %d in turn: %.2f ms on %d events, %.2f ms on %d at most; %d in all"
                        .formatted(
                                PAIRS,
                                median(onLong),
                                life(LONG),
                                median(onShort),
                                life(shortOnes.getFirst()),
                                history));
    }

    /** A refused order drops its subject from memory: the next one reads all of its history. */
    private Measure readAnew(Orders orders, List<SubjectId> shortOnes) {
        double[] onLong = new double[COLD_PAIRS];
        double[] onShort = new double[COLD_PAIRS];
        for (int pair = 0; pair < COLD_PAIRS; pair++) {
            refuse(orders, LONG);
            onLong[pair] = millis(orders, LONG);
            SubjectId other = shortOnes.get(pair % SHORT_ONES);
            refuse(orders, other);
            onShort[pair] = millis(orders, other);
        }
        return new Measure(
                "a command on a long subject that is read anew",
                median(onLong),
                "ms",
                100,
                false,
                "median of %d; %.2f ms on a short one".formatted(COLD_PAIRS, median(onShort)));
    }

    private Acceptance grow(Served local, Orders orders, SubjectId subject, int life) throws Exception {
        local.enrol(subject.value());
        measured.put(subject, 0);
        Acceptance last = measure(orders, subject, 1);
        while (last.version() < life) {
            last = measure(orders, subject, Math.toIntExact(Math.min(ACTS_AT_ONCE, life - last.version())));
        }
        return last;
    }

    private double millis(Orders orders, SubjectId subject) {
        long start = System.nanoTime();
        measure(orders, subject, 1);
        return (System.nanoTime() - start) / MILLIS;
    }

    private Acceptance measure(Orders orders, SubjectId subject, int values) {
        List<Act> acts = new ArrayList<>();
        for (int value = 0; value < values; value++) {
            int day = measured.merge(subject, 1, Integer::sum);
            acts.add(weight(FIRST_DAY.plusDays(day)));
        }
        return orders.carryOut(
                new SubjectOrder(STUDY, subject, acts, SubjectOrder.Strictness.LIVE, false, null), SENDER);
    }

    private static void refuse(Orders orders, SubjectId subject) {
        boolean refused = false;
        try {
            orders.carryOut(SubjectOrder.of(STUDY, subject, weight(LocalDate.of(2999, 1, 1))), SENDER);
        } catch (OrderRefused ofTheFuture) {
            refused = true;
        }
        if (!refused) {
            throw new IllegalStateException("a date in the future was not refused");
        }
    }

    private static Act.Make weight(LocalDate day) {
        return Act.Make.of(new Measurement(ClinicalDate.on(day), "weight", new BigDecimal("60.5"), null, "kg", null));
    }

    /** Its events: what entered it into the study, and its values. */
    private int life(SubjectId subject) {
        return measured.getOrDefault(subject, 0) + 5;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
