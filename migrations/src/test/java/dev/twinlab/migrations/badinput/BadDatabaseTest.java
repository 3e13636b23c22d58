package dev.twinlab.migrations.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.migrations.DataSet;
import dev.twinlab.migrations.ProgramRun;
import dev.twinlab.migrations.SchemaMigrator;
import dev.twinlab.migrations.TestServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BadDatabaseTest {
    @Test
    void nobodyListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/twinlab";

        var run = ProgramRun.of(
                Map.of("DB_URL", url + "?password=hunter2", "DB_USER", "u", "MIGRATION_CONNECT_WAIT_MS", "600"));

        assertThat(run.err())
                .containsExactly("Could not connect to " + url + " as u: the database cannot be reached (Connection to"
                        + " 127.0.0.1:" + port + " refused. Check that the hostname and port are correct and that the"
                        + " postmaster is accepting TCP/IP connections).");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsGivenUpOn() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var run = ProgramRun.of(
                    Map.of("DB_URL", "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x", "DB_USER", "u"),
                    "--connect-wait-ms=0");

            assertThat(run.err()).singleElement().asString().contains("the database cannot be reached");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void thePasswordIsWrongAndWaitingWouldNotHelp() throws Exception {
        guard();
        var environment = new HashMap<>(ProgramRun.environment("postgres"));
        environment.putAll(Map.of(
                "DB_URL", TestServer.url("postgres").replace("localhost", "127.0.0.1"),
                "DB_USER", "guarded",
                "DB_PASSWORD", "wrong-secret",
                "MIGRATION_CONNECT_WAIT_MS", "600000"));

        var run = ProgramRun.of(environment);

        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("Could not connect to jdbc:postgresql://127.0.0.1:")
                .endsWith(
                        " as guarded: the database refused the user or the password (FATAL: password authentication failed"
                                + " for user \"guarded\").")
                .doesNotContain("wrong-secret");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void thereIsNoSuchDatabase() throws Exception {
        var run = ProgramRun.of(ProgramRun.environment("no_such_database"));

        assertThat(run.err())
                .singleElement()
                .asString()
                .endsWith(": there is no such database (FATAL: database \"no_such_database\" does not exist).");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theDatabaseHasRows() throws Exception {
        String name = TestServer.newDatabase();
        new SchemaMigrator().migrate(TestServer.database(name));
        new DataSet(1, 0).load(TestServer.database(name));

        var run = ProgramRun.of(ProgramRun.environment(name), "data");

        assertThat(run.err())
                .containsExactly("The table products has rows already: take an empty database, or replace (--replace)"
                        + " every row of every table.");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(TestServer.value(TestServer.database(name), "SELECT count(*) FROM products"))
                .isEqualTo("1");
    }

    @Test
    void theDatabaseHasNoSchema() throws Exception {
        var run = ProgramRun.of(ProgramRun.environment(TestServer.newDatabase()), "data");

        assertThat(run.err())
                .containsExactly("The schema is at version none but version 1 is needed: run migrate first.");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theDatabaseBelongsToSomebodyElse() throws Exception {
        String name = TestServer.newDatabase();
        TestServer.execute(TestServer.database(name), "CREATE TABLE orders (id integer)");

        var run = ProgramRun.of(ProgramRun.environment(name));

        assertThat(run.err()).singleElement().asString().contains("non-empty schema");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(TestServer.query(
                        TestServer.database(name), "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("orders");
    }

    @Test
    void somebodyHoldsALock() throws Exception {
        String name = TestServer.newDatabase();
        new SchemaMigrator().migrate(TestServer.database(name));

        try (Connection holder = TestServer.database(name).getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE");

            var run = ProgramRun.of(ProgramRun.environment(name), "--lock-timeout-ms=200");

            assertThat(run.err())
                    .containsExactly(
                            "Could not migrate the schema: another session held a lock for longer than the lock"
                                    + " time-out allows, so nothing was changed; end that session or try again later.");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    /** A role that must give its password, unlike everybody else on this server. */
    private static void guard() throws Exception {
        var admin = TestServer.database("postgres");
        TestServer.execute(admin, "CREATE ROLE guarded LOGIN PASSWORD 'right'");
        Path rules = Path.of(TestServer.value(admin, "SHOW hba_file"));
        Files.writeString(rules, "host all guarded 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        TestServer.execute(admin, "SELECT pg_reload_conf()");
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (letsInWithoutPassword()) {
            assertThat(Instant.now()).as("the server reads its rules").isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private static boolean letsInWithoutPassword() {
        var guarded = new org.postgresql.ds.PGSimpleDataSource();
        guarded.setURL(TestServer.url("postgres").replace("localhost", "127.0.0.1"));
        guarded.setUser("guarded");
        try (Connection connection = guarded.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }
}
