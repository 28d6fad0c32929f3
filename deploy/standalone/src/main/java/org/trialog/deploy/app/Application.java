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
    private final EmbeddedCluster cluster;
    private final ConfigurableApplicationContext context;
    private final RunningServer server;
    private boolean closed;

    private Application(
            DataDirectory directory,
            EmbeddedCluster cluster,
            ConfigurableApplicationContext context,
            RunningServer server) {
        this.directory = directory;
        this.cluster = cluster;
        this.context = context;
        this.server = server;
    }

    /**
     * Starts a server on a data directory that this process holds. Whatever was opened is closed again when it fails.
     *
     * @param port to listen on, on the loopback address; 0 for any free one
     * @param progress hears what takes time
     */
    public static Application start(DataDirectory directory, int port, Consumer<String> progress) {
        EmbeddedCluster cluster = null;
        ConfigurableApplicationContext context = null;
        boolean started = false;
        try {
            progress.accept("starting PostgreSQL in " + directory.pgdata());
            cluster = EmbeddedCluster.start(directory);
            Databases databases = Databases.prepare(cluster, directory.secrets());
            LocalKey localKey = new LocalKey(directory.secrets().findOrMake("local-key"));
            context = spring(databases, localKey, port);
            RunningServer server = new RunningServer(
                    URI.create("http://localhost:" + port(context)),
                    ProcessHandle.current().pid(),
                    localKey.secret());
            directory.announce(server);
            started = true;
            return new Application(directory, cluster, context, server);
        } finally {
            if (!started) {
                close(directory, cluster, context);
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
    public synchronized void close() {
        if (!closed) {
            closed = true;
            close(directory, cluster, context);
        }
    }
}
