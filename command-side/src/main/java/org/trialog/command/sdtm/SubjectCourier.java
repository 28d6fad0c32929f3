package org.trialog.command.sdtm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Sender;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.command.sdtm.mapping.StudyWords;
import org.trialog.command.sdtm.mapping.SubjectMapping;
import org.trialog.command.sdtm.mapping.SubjectRows;
import org.trialog.command.sdtm.report.Tally;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Maps each subject's rows to one order and sends it; a few threads take the subjects one after another. */
final class SubjectCourier {

    private final StudyWords words;
    private final ImportOptions options;
    private final BiFunction<SubjectOrder, Sender, Acceptance> door;
    private final BiFunction<StudyId, SubjectId, Sealing> sealings;
    private final ImportProgress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final long started = System.nanoTime();
    private int subjectsDone;
    private long rowsDone;

    SubjectCourier(
            StudyWords words,
            ImportOptions options,
            BiFunction<SubjectOrder, Sender, Acceptance> door,
            BiFunction<StudyId, SubjectId, Sealing> sealings,
            ImportProgress progress) {
        this.words = words;
        this.options = options;
        this.door = door;
        this.sealings = sealings;
        this.progress = progress;
    }

    /** Returns when every subject is done. The first failure stops all threads and is thrown; what was sent stays. */
    Tally deliver(List<SubjectRows> subjects) {
        Tally all = new Tally();
        List<Future<Tally>> tallies = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(options.workers())) {
            for (int i = 0; i < options.workers(); i++) {
                tallies.add(workers.submit(() -> work(subjects)));
            }
            for (Future<Tally> tally : tallies) {
                all.add(result(tally));
            }
            return all;
        }
    }

    private Tally result(Future<Tally> worker) {
        try {
            return worker.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an import's worker failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            stopped.set(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted; another import completes it", interrupted);
        }
    }

    private Tally work(List<SubjectRows> subjects) {
        Tally tally = new Tally();
        boolean finished = false;
        try {
            for (int i = next.getAndIncrement(); i < subjects.size() && !stopped.get(); i = next.getAndIncrement()) {
                SubjectRows subject = subjects.get(i);
                send(subject, tally);
                report(subject, subjects.size());
            }
            finished = true;
            return tally;
        } finally {
            if (!finished) {
                stopped.set(true);
            }
        }
    }

    private void send(SubjectRows rows, Tally tally) {
        Sealing sealing = sealings.apply(options.study(), rows.subject());
        SubjectMapping.Mapped mapped = SubjectMapping.map(rows, words, options.followUp(), sealing);
        SubjectOrder order = new SubjectOrder(
                options.study(), rows.subject(), mapped.acts(), Strictness.IMPORT, false, null, sealing.keys());
        try {
            Acceptance acceptance = door.apply(order, options.sender(rows.site()));
            Settling.settle(rows, mapped, acceptance.rows(), tally);
        } catch (OrderRefused refused) {
            Settling.refused(rows, refused.rejection(), tally);
        }
    }

    private synchronized void report(SubjectRows subject, int subjects) {
        subjectsDone++;
        rowsDone += subject.all().count();
        double seconds = Math.max(1e-9, (System.nanoTime() - started) / 1e9);
        progress.reached(subjectsDone, subjects, rowsDone, rowsDone / seconds);
    }
}
