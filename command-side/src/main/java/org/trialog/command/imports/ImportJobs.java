package org.trialog.command.imports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.sdtm.ImportOptions;
import org.trialog.command.sdtm.SdtmImport;
import org.trialog.command.sdtm.file.SdtmProblem;

/**
 * Runs imports one after another in the background and remembers how the last ones ended. A server that stops in the
 * middle forgets the job, not the work: importing again completes it.
 */
public final class ImportJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int REMEMBERED = 100;

    private final SdtmImport sdtm;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").factory());
    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();

    public ImportJobs(SdtmImport sdtm) {
        this.sdtm = sdtm;
    }

    /** Starts an import of the folder, which is deleted when the import has ended. */
    ImportJob start(UploadedFolder folder, ImportOptions options) {
        ImportJob job = new ImportJob(UUID.randomUUID().toString());
        remember(job);
        worker.execute(() -> {
            try (folder) {
                run(job, folder.path(), options);
            }
        });
        return job;
    }

    synchronized Optional<ImportJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    private void run(ImportJob job, Path folder, ImportOptions options) {
        try {
            job.finished(sdtm.run(folder, options, job));
        } catch (SdtmProblem problem) {
            job.failed(problem.code().token(), String.valueOf(problem.getMessage()));
        } catch (OrderRefused refused) {
            job.failed(refused.rejection().code(), refused.rejection().sentence());
        } catch (RuntimeException unforeseen) {
            LOG.error("import {} failed for a reason that is ours", job.id(), unforeseen);
            job.failed(
                    "internal", "The import failed for a reason of ours. Rows already recorded stand; import again.");
        }
    }

    private synchronized void remember(ImportJob job) {
        jobs.put(job.id(), job);
        if (jobs.size() > REMEMBERED) {
            jobs.remove(jobs.keySet().iterator().next());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
