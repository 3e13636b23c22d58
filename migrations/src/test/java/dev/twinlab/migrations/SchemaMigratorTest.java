package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SchemaMigratorTest {
    private final SchemaMigrator migrator = new SchemaMigrator();

    @Test
    void migratesAnEmptyDatabaseOnceAndThenHasNothingToDo() {
        var database = TestServer.database(TestServer.newDatabase());

        assertThat(migrator.version(database)).isEmpty();
        assertThat(migrator.migrate(database)).isEqualTo(new SchemaMigrator.Outcome(1, "1"));
        assertThat(migrator.migrate(database)).isEqualTo(new SchemaMigrator.Outcome(0, "1"));
        assertThat(migrator.version(database)).contains("1");
        assertThat(TestServer.query(database, "SELECT success FROM flyway_schema_history"))
                .containsExactly("t");
    }

    @Test
    void twoAtOnceApplyEachMigrationOnce() throws Exception {
        var database = TestServer.database(TestServer.newDatabase());
        Callable<SchemaMigrator.Outcome> migrate = () -> new SchemaMigrator().migrate(database);

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<SchemaMigrator.Outcome>> outcomes = threads.invokeAll(List.of(migrate, migrate));
            assertThat(outcomes.get(0).get().applied() + outcomes.get(1).get().applied())
                    .isEqualTo(1);
        }
    }

    @Test
    void aLockThatIsHeldEndsTheMigrationWithinTheLockTimeout() throws SQLException {
        var database = TestServer.migrated();
        var impatient = new SchemaMigrator(Duration.ofMillis(200), Duration.ofSeconds(60));

        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> impatient.migrate(database))
                    .isInstanceOf(MigrationException.class)
                    .hasMessage("Could not migrate the schema: another session held a lock for longer than the lock"
                            + " time-out allows, so nothing was changed; end that session or try again later.");
            holder.rollback();
        }
        assertThat(impatient.migrate(database).applied()).isZero();
    }

    @Test
    void aStatementThatTakesTooLongEndsTheMigrationAndLeavesNothingBehind() throws SQLException {
        var database = TestServer.migrated();
        var impatient = new SchemaMigrator(Duration.ofSeconds(60), Duration.ofMillis(200));

        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> impatient.migrate(database))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("statement time-out");
        }
    }

    @Test
    void everyConnectionCarriesTheTimeouts() throws SQLException {
        var bounded = new BoundedDataSource(
                TestServer.database("postgres"), Duration.ofMillis(1234), Duration.ofMillis(4321));

        assertThat(TestServer.value(bounded, "SHOW lock_timeout")).isEqualTo("1234ms");
        assertThat(TestServer.value(bounded, "SHOW statement_timeout")).isEqualTo("4321ms");
    }

    @Test
    void refusesTimeoutsThatWouldSwitchTheBoundOff() {
        assertThatThrownBy(() -> new SchemaMigrator(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessage("The lock time-out must be 1 to 2147483647 ms, not 0 ms.");
        assertThatThrownBy(() -> new SchemaMigrator(Duration.ofSeconds(1), Duration.ofSeconds(-1)))
                .hasMessage("The statement time-out must be 1 to 2147483647 ms, not -1000 ms.");
    }

    @Test
    void refusesASchemaWhoseHistoryWasChanged() {
        var database = TestServer.migrated();
        TestServer.execute(database, "UPDATE flyway_schema_history SET checksum = checksum + 1");

        assertThatThrownBy(() -> migrator.migrate(database))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "Could not migrate the schema: what was applied before differs from what this build has (Migration"
                                + " checksum mismatch for migration version 1).");
    }
}
