package org.trialog.deploy.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trialog.deploy.app.Application;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.demo.DemoLoader;
import org.trialog.deploy.demo.story.DemoStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: serves the demo studies with their synthetic histories, and prints each study's headline outcomes. */
@Command(
        name = "demo",
        description = "Run the server with the demo studies and print their headline outcomes.",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Default: ./data")
    private Path data = Path.of("data");

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(names = "--exit", description = "Leave after printing.")
    private boolean exit;

    @Override
    public Integer call() throws Exception {
        Application application = Application.start(DataDirectory.open(data), exit ? 0 : port, System.err::println);
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "stop"));
        DemoLoader loader = application.bean(DemoLoader.class);
        loader.load(System.err::println);
        System.err.println("Logins: " + loader.logins(application.directory().secrets()));
        Client client = Target.local(application.server());
        for (DemoStudy study : DemoLoader.STUDIES) {
            Outcomes.headlines(client, study.id(), Arguments.out());
        }
        if (!exit) {
            System.err.println("Trialog serves " + data.toAbsolutePath().normalize() + " at "
                    + application.server().url() + " (stop with Ctrl-C)");
            Serve.untilStopped(application);
        }
        application.close();
        return 0;
    }
}
