package org.trialog.deploy.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.trialog.deploy.datadir.Secrets;

/**
 * The database's roles. The owner has the tables and runs migrations; the command side's and the query side's own neither
 * anything nor may they more than they are granted, so that even a stolen connection cannot rewrite the history.
 */
public final class Roles {

    public static final String DATABASE = "trialog";
    public static final String OWNER = "trialog_owner";
    public static final String COMMAND = "trialog_command";
    public static final String QUERY = "trialog_query";

    /** The event store forgets a gap after 60 s: no writer may stay open nearly as long. */
    private static final String LONGEST_TRANSACTION = "30s";

    private Roles() {}

    /** Makes the roles and the database where they are missing; their passwords are kept among the secrets. */
    public static void prepare(EmbeddedCluster cluster, Secrets secrets) {
        try (Connection superuser = DriverManager.getConnection(
                cluster.url("postgres"), NewCluster.SUPERUSER, secrets.findOrMake(NewCluster.SUPERUSER_SECRET))) {
            for (String role : List.of(OWNER, COMMAND, QUERY)) {
                if (!exists(superuser, "select 1 from pg_roles where rolname = ?", role)) {
                    run(superuser, "create role " + role);
                }
                // Said at every start: a secret that was lost is made anew, rights that somebody added are gone. A
                // generated secret has letters, digits, - and _ only: it cannot end the literal.
                run(
                        superuser,
                        "alter role " + role
                                + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
                                + secrets.findOrMake(role) + "'");
            }
            run(superuser, "alter role " + COMMAND + " set transaction_timeout = '" + LONGEST_TRANSACTION + "'");
            if (!exists(superuser, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(superuser, "create database " + DATABASE + " owner " + OWNER);
            }
            run(superuser, "revoke all on database " + DATABASE + " from public");
            run(superuser, "grant connect on database " + DATABASE + " to " + COMMAND + ", " + QUERY);
        } catch (SQLException refused) {
            throw new DatabaseProblem(
                    DatabaseProblem.NOT_SET_UP,
                    "The database refused to set up its roles: " + refused.getMessage()
                            + ". Were files of the secrets folder removed or changed?",
                    refused);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
