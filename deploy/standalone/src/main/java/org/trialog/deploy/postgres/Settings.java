package org.trialog.deploy.postgres;

import java.util.List;
import java.util.stream.Stream;

/**
 * The server's settings. They are given on its command line, which neither its configuration files nor ALTER SYSTEM can
 * override: durability cannot be switched off behind our back.
 */
final class Settings {
    /** What tells a server that we started from one that somebody else put on the same folder. */
    static final String MARK = "cluster_name=trialog";

    private static final List<String> ALWAYS = List.of(
            MARK,
            // Nothing acknowledged is lost, whatever dies.
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            // Loopback with passwords only: a socket file would be one more door.
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "max_connections=60",
            // Sized for two cores and a machine that also runs the JVM.
            "shared_buffers=256MB",
            "effective_cache_size=1GB",
            "work_mem=32MB",
            "maintenance_work_mem=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "max_worker_processes=4",
            "max_parallel_workers=2",
            "max_parallel_workers_per_gather=1",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            // Statements and rows carry data of subjects; the log must not.
            "log_statement=none",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_autovacuum_min_duration=-1",
            "log_line_prefix=%m [%p] ");

    private Settings() {}

    /** The server's arguments. */
    static List<String> arguments(int port) {
        return Stream.concat(ALWAYS.stream(), Stream.of("port=" + port))
                .flatMap(setting -> Stream.of("-c", setting))
                .toList();
    }
}
