package dev.twinlab.micronaut.health;

import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.micronaut.persistence.ConnectionPool;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The schema is one that this service can work with; migrations are applied by a program of their own. */
@Readiness
@Singleton
class SchemaIndicator implements HealthIndicator {
    /** The oldest schema that has all that the statements of this service name. */
    private static final int OLDEST_VERSION = 1;

    private static final String NEWEST = """
            SELECT version FROM flyway_schema_history
             WHERE success AND version IS NOT NULL
             ORDER BY installed_rank DESC LIMIT 1
            """;

    private final ConnectionPool pool;

    SchemaIndicator(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder(
                        HealthReport.CHECK_SCHEMA, isNewEnough() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }

    private boolean isNewEnough() {
        try (Connection connection = pool.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEWEST)) {
            return rows.next() && majorVersion(rows.getString(1)) >= OLDEST_VERSION;
        } catch (SQLException unknown) {
            return false;
        }
    }

    /** Flyway writes {@code 3} or {@code 3.1}. */
    private static int majorVersion(String version) {
        return Integer.parseInt(version.split("\\.", 2)[0]);
    }
}
