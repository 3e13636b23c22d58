package dev.twinlab.migrations;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings a database to the newest schema. Safe to run again and safe to run twice at once: the second waits for the first
 * and finds nothing to do.
 *
 * <p>Give it a data source without a pool: the time-outs stay set on the connections that it uses.
 */
public final class SchemaMigrator {
    /** How long a statement waits for a lock before the migration fails. */
    public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);
    /** How long a statement may run before the migration fails. */
    public static final Duration DEFAULT_STATEMENT_TIMEOUT = Duration.ofSeconds(60);

    private static final String LOCATION = "classpath:dev/twinlab/migrations/schema";

    private final Duration lockTimeout;
    private final Duration statementTimeout;

    /** With the default time-outs. */
    public SchemaMigrator() {
        this(DEFAULT_LOCK_TIMEOUT, DEFAULT_STATEMENT_TIMEOUT);
    }

    /**
     * A DDL statement that waits for a lock makes every later statement on the table wait behind it, so the wait is bounded.
     *
     * @param lockTimeout 1 ms or more
     * @param statementTimeout 1 ms or more
     */
    public SchemaMigrator(Duration lockTimeout, Duration statementTimeout) {
        this.lockTimeout = positive("lock", lockTimeout);
        this.statementTimeout = positive("statement", statementTimeout);
    }

    /**
     * What a run did.
     *
     * @param applied number of migrations that were applied now; 0 when the schema was the newest already
     * @param version version of the schema now
     */
    public record Outcome(int applied, String version) {}

    /**
     * Applies what is missing.
     *
     * @throws MigrationException when the database cannot be reached, a time-out passes, or what was applied before
     *     differs from what this build has; a migration that fails leaves nothing behind
     */
    public Outcome migrate(DataSource database) {
        try {
            Flyway flyway = flyway(database);
            int applied = flyway.migrate().migrationsExecuted;
            return new Outcome(applied, current(flyway).orElse(""));
        } catch (FlywayException e) {
            throw Failures.of("migrate the schema", e);
        }
    }

    /**
     * Version of the schema, empty when there is none.
     *
     * @throws MigrationException when the database cannot be reached
     */
    public Optional<String> version(DataSource database) {
        try {
            return current(flyway(database));
        } catch (FlywayException e) {
            throw Failures.of("read the version of the schema", e);
        }
    }

    /** Every migration that is known here or there, oldest first. */
    List<MigrationInfo> history(DataSource database) {
        try {
            return List.of(flyway(database).info().all());
        } catch (FlywayException e) {
            throw Failures.of("read the version of the schema", e);
        }
    }

    /** @throws MigrationException unless the schema is the newest */
    void requireNewest(DataSource database) {
        try {
            MigrationInfo[] pending = flyway(database).info().pending();
            if (pending.length > 0) {
                throw new MigrationException("The schema is at version "
                        + version(database).orElse("none")
                        + " but version " + pending[pending.length - 1].getVersion()
                        + " is needed: run migrate first.");
            }
        } catch (FlywayException e) {
            throw Failures.of("read the version of the schema", e);
        }
    }

    /** Changes with every migration that this build has; no table of {@code database} is needed for it. */
    int fingerprint(DataSource database) {
        return Arrays.hashCode(history(database).stream()
                .mapToInt(it -> it.getChecksum() == null ? 0 : it.getChecksum())
                .toArray());
    }

    private Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(new BoundedDataSource(database, lockTimeout, statementTimeout))
                .locations(LOCATION)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .connectRetries(0)
                // One try a second: another migrator is waited for as long as one of its statements may take.
                .lockRetryCount((int) Math.max(1, statementTimeout.toSeconds()))
                .load();
    }

    private static Optional<String> current(Flyway flyway) {
        return Optional.ofNullable(flyway.info().current())
                .map(it -> it.getVersion().getVersion());
    }

    private static Duration positive(String name, Duration value) {
        if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The " + name + " time-out must be 1 to " + Integer.MAX_VALUE
                    + " ms, not " + value.toMillis() + " ms.");
        }
        return value;
    }
}
