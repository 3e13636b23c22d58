package dev.twinlab.micronaut.health;

import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.micronaut.persistence.ConnectionPool;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The database answers. */
@Readiness
@Singleton
class DatabaseIndicator implements HealthIndicator {
    private static final int ANSWER_SECONDS = 2;

    private final ConnectionPool pool;

    DatabaseIndicator(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(
                () -> HealthResult.builder(HealthReport.CHECK_DATABASE, answers() ? HealthStatus.UP : HealthStatus.DOWN)
                        .build());
    }

    private boolean answers() {
        try (Connection connection = pool.connection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException unavailable) {
            return false;
        }
    }
}
