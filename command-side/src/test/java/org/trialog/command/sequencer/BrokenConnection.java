package org.trialog.command.sequencer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.store.TestDatabase;

/** A connection whose server process is killed before its n-th word to the server, or after a commit was done. */
final class BrokenConnection {

    private final Connection real;
    private final JdbcClient killer;
    private final int fatal;
    private int said;

    BrokenConnection(TestDatabase database, int fatal) throws SQLException {
        this.real = database.command().getConnection();
        this.killer = database.superuser();
        this.fatal = fatal;
    }

    boolean broke() {
        return said >= fatal;
    }

    Connection connection() {
        return proxy(Connection.class, real);
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean speaks = target instanceof Statement
                    ? method.getName().startsWith("execute")
                    : method.getName().equals("commit");
            if (speaks) {
                say();
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
            if (speaks && target instanceof Connection) {
                say();
            }
            return result instanceof PreparedStatement statement ? proxy(PreparedStatement.class, statement) : result;
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void say() throws SQLException {
        if (++said == fatal) {
            int pid = real.unwrap(PGConnection.class).getBackendPID();
            killer.sql("select pg_terminate_backend(?, 5000)")
                    .param(pid)
                    .query(Boolean.class)
                    .single();
        }
    }
}
