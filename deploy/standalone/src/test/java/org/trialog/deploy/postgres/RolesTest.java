package org.trialog.deploy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.deploy.datadir.DataDirectory;

/** What the roles may do in a running cluster, and what it keeps to itself. */
class RolesTest {
    @TempDir
    static Path root;

    static DataDirectory directory;
    static EmbeddedCluster cluster;

    @BeforeAll
    static void start() {
        directory = DataDirectory.open(root);
        cluster = EmbeddedCluster.start(directory);
        Roles.prepare(cluster, directory.secrets());
    }

    @AfterAll
    static void stop() {
        cluster.close();
        directory.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "TimeZone, UTC",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "log_min_error_statement, panic"
    })
    void theServerIsSetForDurabilityAndDiscretion(String setting, String expected) throws SQLException {
        assertThat(ask(NewCluster.SUPERUSER, "SHOW " + setting)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.OWNER, Roles.COMMAND, Roles.QUERY})
    void whatARoleWritesIsDurable(String role) throws SQLException {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            assertThat(ask(role, "SHOW " + setting)).containsExactly("on");
        }
    }

    @Test
    void textIsOrderedByCodePointWhateverTheSystemSays() throws SQLException {
        assertThat(ask(NewCluster.SUPERUSER, "SELECT w FROM (VALUES ('b'), ('B'), ('ä'), ('a')) v(w) ORDER BY w"))
                .containsExactly("B", "a", "b", "ä");
        assertThat(ask(NewCluster.SUPERUSER, "SELECT upper('ä')")).containsExactly("Ä");
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.OWNER, Roles.COMMAND, Roles.QUERY})
    void noRoleIsASuperuserOrMayPassByRowSecurity(String role) throws SQLException {
        assertThat(ask(
                        role,
                        "SELECT concat_ws(' ', rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication,"
                                + " rolbypassrls) FROM pg_roles WHERE rolname = current_user"))
                .containsExactly(role + " f f f f f");
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.COMMAND, Roles.QUERY})
    void theRolesOfRequestsOwnNothingAndMakeNothing(String role) {
        for (String order : List.of(
                "CREATE SCHEMA mine",
                "CREATE TABLE public.mine (a int)",
                "CREATE TEMPORARY TABLE mine (a int)",
                "SET ROLE trialog_owner",
                "ALTER SYSTEM SET fsync = off")) {
            assertThatExceptionOfType(SQLException.class)
                    .as(order)
                    .isThrownBy(() -> tell(role, order))
                    .returns("42501", SQLException::getSQLState);
        }
    }

    @Test
    void theOwnerMakesSchemasAndGrantsThem() throws SQLException {
        tell(
                Roles.OWNER,
                "CREATE SCHEMA shown",
                "CREATE TABLE shown.fact (words text)",
                "GRANT USAGE ON SCHEMA shown TO trialog_query",
                "GRANT SELECT ON shown.fact TO trialog_query",
                "INSERT INTO shown.fact VALUES ('seen')");
        assertThat(ask(Roles.QUERY, "SELECT words FROM shown.fact")).containsExactly("seen");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> ask(Roles.COMMAND, "SELECT words FROM shown.fact"));
    }

    @Test
    void aTransactionOfTheWriterEndsWellBeforeTheStoreForgetsItsGap() throws SQLException {
        assertThat(ask(Roles.COMMAND, "SHOW transaction_timeout")).containsExactly("30s");
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        for (String user : List.of(NewCluster.SUPERUSER, Roles.OWNER, Roles.COMMAND, Roles.QUERY)) {
            assertThatExceptionOfType(SQLException.class)
                    .as(user)
                    .isThrownBy(() -> DriverManager.getConnection(cluster.url(Roles.DATABASE), user, "guess"))
                    .returns("28P01", SQLException::getSQLState);
        }
    }

    @Test
    void aSecretThatWasLostIsMadeAnewAndRightsThatSomebodyAddedAreGone() throws Exception {
        Files.delete(directory.secrets().file(Roles.QUERY));
        tell(NewCluster.SUPERUSER, "ALTER ROLE trialog_query SUPERUSER");
        Roles.prepare(cluster, directory.secrets());
        assertThat(ask(Roles.QUERY, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .containsExactly("f");
    }

    @Test
    void rowsAndStatementsThatFailDoNotReachALogOrAMessage() throws Exception {
        tell(
                Roles.OWNER,
                "CREATE SCHEMA hidden",
                "CREATE TABLE hidden.fact (words text PRIMARY KEY)",
                "INSERT INTO hidden.fact VALUES ('born-2019-03-04')");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> tell(Roles.OWNER, "INSERT INTO hidden.fact VALUES ('born-2019-03-04')"))
                .returns("23505", SQLException::getSQLState)
                .withMessageNotContaining("born-2019-03-04");
        assertThat(Files.readString(directory.log().resolve("postgresql.log")).toLowerCase(Locale.ROOT))
                .contains("duplicate key")
                .doesNotContain("born-2019-03-04");
    }

    private static List<String> ask(String role, String query) throws SQLException {
        try (Connection connection = connect(cluster, directory, role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void tell(String role, String... orders) throws SQLException {
        try (Connection connection = connect(cluster, directory, role);
                Statement statement = connection.createStatement()) {
            for (String order : orders) {
                statement.execute(order);
            }
        }
    }

    static Connection connect(EmbeddedCluster cluster, DataDirectory directory, String role) throws SQLException {
        return DriverManager.getConnection(
                cluster.url(Roles.DATABASE), role, directory.secrets().findOrMake(role));
    }
}
