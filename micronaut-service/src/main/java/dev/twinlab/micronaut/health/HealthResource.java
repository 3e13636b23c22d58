package dev.twinlab.micronaut.health;

import dev.twinlab.contract.operations.HealthReport;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /health/live}, {@code /health/ready} and {@code /health/started} on the management port. */
@Endpoint(id = "health", defaultSensitive = false)
@Replaces(HealthEndpoint.class)
class HealthResource {
    private static final HealthReport UP = new HealthReport(HealthReport.UP, List.of());
    private static final HealthReport DOWN = new HealthReport(HealthReport.DOWN, List.of());

    private final ReadinessChecks readiness;
    private volatile boolean started;

    HealthResource(ReadinessChecks readiness) {
        this.readiness = readiness;
    }

    @EventListener
    void onStartup(ServerStartupEvent event) {
        started = true;
    }

    @Read
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<HealthReport> probe(@Selector String name) {
        return switch (name) {
            case "live" -> answer(UP);
            case "started" -> answer(started ? UP : DOWN);
            case "ready" -> answer(readiness.run());
            default -> null;
        };
    }

    private static HttpResponse<HealthReport> answer(HealthReport report) {
        return HttpResponse.<HealthReport>status(
                        report.status().equals(HealthReport.DOWN) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(report);
    }
}
