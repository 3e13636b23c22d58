package dev.twinlab.helidon.health;

import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.helidon.persistence.Jdbc;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must hold before traffic may come. */
public final class ReadinessChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ReadinessChecks.class);

    /** The schema that this build was written for; newer ones only add. */
    private static final int SCHEMA_VERSION_MIN = 1;

    private static final String SCHEMA_VERSION =
            "SELECT max(split_part(version, '.', 1)::bigint) FROM flyway_schema_history WHERE success AND version IS NOT NULL";

    private ReadinessChecks() {}

    /** The checks, in the order of the report. */
    public static List<HealthCheck> all(Jdbc jdbc, Drain drain) {
        return List.of(
                check(HealthReport.CHECK_DATABASE, () -> jdbc.first("SELECT 1", row -> row.getInt(1))
                        .isPresent()),
                check(
                        HealthReport.CHECK_SCHEMA,
                        () -> jdbc.first(SCHEMA_VERSION, row -> row.getLong(1)).orElse(0L) >= SCHEMA_VERSION_MIN),
                check(HealthReport.CHECK_DRAINING, () -> !drain.isDraining()));
    }

    private static HealthCheck check(String name, BooleanSupplier holds) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public HealthCheckType type() {
                return HealthCheckType.READINESS;
            }

            @Override
            public HealthCheckResponse call() {
                boolean up;
                try {
                    up = holds.getAsBoolean();
                } catch (RuntimeException e) {
                    LOG.warn("readiness check {} failed: {}", name, e.getMessage());
                    up = false;
                }
                return HealthCheckResponse.builder().status(up).build();
            }
        };
    }
}
