package org.trialog.query.feed;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that dies once: before or after the n-th statement or commit that it is asked for. */
final class FaultyDataSource extends DelegatingDataSource {

    private static final Set<String> STEPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

    private int left = Integer.MAX_VALUE;
    private boolean after;

    FaultyDataSource(DataSource real) {
        super(real);
    }

    /** Dies at the step of that number from now, once. */
    void dieAt(int step, boolean afterIt) {
        left = step;
        after = afterIt;
    }

    boolean died() {
        return left <= 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection());
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> step(method, arguments, real)));
    }

    private Object step(Method method, Object[] arguments, Object real) throws Throwable {
        boolean counted = STEPS.contains(method.getName());
        if (counted && --left == 0 && !after) {
            throw new SQLException("died before " + method.getName());
        }
        Object result = call(method, arguments, real);
        if (counted && left == 0 && after) {
            throw new SQLException("died after " + method.getName());
        }
        return switch (result) {
            case PreparedStatement statement -> watched(PreparedStatement.class, statement);
            case Statement statement -> watched(Statement.class, statement);
            case null, default -> result;
        };
    }

    private static Object call(Method method, Object[] arguments, Object real) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
