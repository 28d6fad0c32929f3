package org.trialog.deploy.postgres;

import java.io.IOException;
import org.trialog.deploy.datadir.DataDirectory;

/**
 * A real PostgreSQL server on a data directory, as a child of this process: made at the first start, kept between starts,
 * fully durable, reachable on the loopback address with a password only.
 *
 * <p>It registers no shutdown hook: whoever starts it closes it, after the connection pools and before the directory. If
 * this process is killed instead, the next start ends the server that it left.
 */
public final class EmbeddedCluster implements AutoCloseable {

    private final Postmaster postmaster;

    private EmbeddedCluster(Postmaster postmaster) {
        this.postmaster = postmaster;
    }

    /**
     * Starts the server of a directory that this process holds. A server that a killed process left behind is stopped
     * first; one that is not ours is refused.
     *
     * @throws DatabaseProblem if it does not come up
     */
    public static EmbeddedCluster start(DataDirectory directory) {
        try {
            ServerPrograms programs =
                    new ServerPrograms(Binaries.unpackedOnce(directory.root().resolve("programs")));
            NewCluster.makeIfMissing(directory, programs);
            LeftoverServer.clear(directory, programs);
            return new EmbeddedCluster(Postmaster.start(directory, programs));
        } catch (IOException broken) {
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_STARTED, "The database could not be started: " + broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_STARTED, "The start of the database was interrupted.", stopped);
        }
    }

    /** The loopback port on which it listens. */
    public int port() {
        return postmaster.port();
    }

    /** Its process. */
    public long pid() {
        return postmaster.pid();
    }

    /** Its JDBC address for a database, with parameters: more are added after {@code &}. */
    public String url(String database) {
        // The details of an error quote rows: they belong neither into a message nor into a log.
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?logServerErrorDetail=false";
    }

    /** Stops it: running statements are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        try {
            postmaster.stop();
        } catch (IOException broken) {
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_STOPPED,
                    "The database (process " + pid() + ") cannot be stopped (" + broken.getMessage()
                            + "). Nothing committed is lost; the next start ends it.",
                    broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
