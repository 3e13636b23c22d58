package dev.twinlab.helidon.health;

import dev.twinlab.contract.operations.HealthReport;
import dev.twinlab.helidon.persistence.Jdbc;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What must hold before traffic may come. */
public final class ReadinessChecks {
    /** The schema that this build was written for; newer ones only add. */
    private static final int SCHEMA_VERSION_MIN = 1;

    private static final String SCHEMA_VERSION =
            "SELECT max(version::numeric)::int FROM flyway_schema_history WHERE success AND version IS NOT NULL";

    private ReadinessChecks() {}

    /** The checks, in the order of the report. */
    public static List<HealthCheck> all(Jdbc jdbc, Drain drain) {
        return List.of(
                check(HealthReport.CHECK_DATABASE, () -> jdbc.first("SELECT 1", row -> row.getInt(1))
                        .isPresent()),
                check(
                        HealthReport.CHECK_SCHEMA,
                        () -> jdbc.first(SCHEMA_VERSION, row -> row.getInt(1)).orElse(0) >= SCHEMA_VERSION_MIN),
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
                    up = false;
                }
                return HealthCheckResponse.builder().status(up).build();
            }
        };
    }
}
