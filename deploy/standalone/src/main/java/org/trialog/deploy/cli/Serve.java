package org.trialog.deploy.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: runs the server on a data directory until it is told to stop. */
@Command(name = "serve", description = "Run the server on a data directory.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Default: ./data")
    private Path data = Path.of("data");

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Override
    public Integer call() throws Exception {
        Application application = Application.start(DataDirectory.open(data), port, System.err::println);
        System.err.println("Trialog serves " + data.toAbsolutePath().normalize() + " at "
                + application.server().url());
        untilStopped(application);
        return 0;
    }

    /** Keeps serving until the process is told to stop, and then closes everything in order. */
    static void untilStopped(Application application) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            application.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
    }
}
