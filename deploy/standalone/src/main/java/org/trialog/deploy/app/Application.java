package org.trialog.deploy.app;

import java.net.URI;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.trialog.command.door.LocalKey;
import org.trialog.deploy.datadir.DataDirectory;
import org.trialog.deploy.datadir.RunningServer;
import org.trialog.deploy.postgres.EmbeddedCluster;

/** Everything of a deployment in this process: started in order, closed in the reverse order. */
public final class Application implements AutoCloseable {

    private final DataDirectory directory;
    private final ConfigurableApplicationContext context;
    private final RunningServer server;
    private final Opened opened;

    private Application(
            DataDirectory directory, ConfigurableApplicationContext context, RunningServer server, Opened opened) {
        this.directory = directory;
        this.context = context;
        this.server = server;
        this.opened = opened;
    }

    /**
     * Starts a server on a data directory that this process holds. Whatever was opened is closed again when it fails.
     *
     * @param port to listen on, on the loopback address; 0 for any free one
     * @param progress hears what takes time
     */
    public static Application start(DataDirectory directory, int port, Consumer<String> progress) {
        Opened opened = new Opened();
        boolean started = false;
        try {
            opened.add(directory);
            progress.accept("starting PostgreSQL in " + directory.pgdata());
            EmbeddedCluster cluster = opened.add(EmbeddedCluster.start(directory));
            Databases databases = opened.add(Databases.prepare(cluster, directory.secrets()));
            LocalKey localKey = new LocalKey(directory.secrets().findOrMake("local-key"));
            ConfigurableApplicationContext context = opened.add(SpringProcess.start(databases, localKey, port));
            RunningServer server = new RunningServer(
                    URI.create("http://localhost:" + SpringProcess.port(context)),
                    ProcessHandle.current().pid(),
                    localKey.secret());
            directory.announce(server);
            started = true;
            return new Application(directory, context, server, opened);
        } finally {
            if (!started) {
                opened.close();
            }
        }
    }

    public RunningServer server() {
        return server;
    }

    public DataDirectory directory() {
        return directory;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        opened.close();
    }
}
