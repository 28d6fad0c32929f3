package org.trialog.deploy.app;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private final Databases databases;
    private final ConfigurableApplicationContext context;
    private final RunningServer server;
    private boolean closed;

    private Application(
            DataDirectory directory,
            EmbeddedCluster cluster,
            Databases databases,
            ConfigurableApplicationContext context,
            RunningServer server) {
        this.directory = directory;
        this.cluster = cluster;
        this.databases = databases;
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
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        opened.push(directory);
        boolean started = false;
        try {
            progress.accept("starting PostgreSQL in " + directory.pgdata());
            EmbeddedCluster cluster = EmbeddedCluster.start(directory);
            opened.push(cluster);
            Databases databases = Databases.prepare(cluster, directory.secrets());
            opened.push(databases);
            LocalKey localKey = new LocalKey(directory.secrets().findOrMake("local-key"));
            ConfigurableApplicationContext context = SpringProcess.start(databases, localKey, port);
            opened.push(context);
            RunningServer server = new RunningServer(
                    URI.create("http://localhost:" + SpringProcess.port(context)),
                    ProcessHandle.current().pid(),
                    localKey.secret());
            directory.announce(server);
            started = true;
            return new Application(directory, cluster, databases, context, server);
        } finally {
            if (!started) {
                closeAll(opened);
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
            closeAll(List.of(context, databases, cluster, directory));
        }
    }

    /** Each is closed even when one before it fails. */
    private static void closeAll(Iterable<AutoCloseable> inOrder) {
        RuntimeException first = null;
        for (AutoCloseable opened : inOrder) {
            try {
                opened.close();
            } catch (Exception failed) {
                if (first == null) {
                    first = new IllegalStateException("could not be closed in order", failed);
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
