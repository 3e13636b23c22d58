package dev.twinlab.micronaut.health;

import dev.twinlab.contract.operations.HealthReport;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import reactor.core.publisher.Mono;

/** Runs the indicators that decide whether traffic may come, one after the other, and takes their time. */
@Singleton
class ReadinessChecks {
    private final List<HealthIndicator> indicators;

    ReadinessChecks(DatabaseIndicator database, SchemaIndicator schema, DrainIndicator drain) {
        this.indicators = List.of(database, schema, drain);
    }

    /** Blocks; DOWN as soon as one check is DOWN. */
    HealthReport run() {
        List<HealthReport.Check> checks =
                indicators.stream().map(ReadinessChecks::check).toList();
        boolean down = checks.stream().anyMatch(check -> check.status().equals(HealthReport.DOWN));
        return new HealthReport(down ? HealthReport.DOWN : HealthReport.UP, checks);
    }

    private static HealthReport.Check check(HealthIndicator indicator) {
        long start = System.nanoTime();
        HealthResult result = Mono.from(indicator.getResult()).block();
        double latencyMs = (System.nanoTime() - start) / 1e6;
        String status = HealthStatus.UP.equals(result.getStatus()) ? HealthReport.UP : HealthReport.DOWN;
        return new HealthReport.Check(result.getName(), status, latencyMs);
    }
}
