package dev.twinlab.micronaut.health;

import dev.twinlab.contract.operations.HealthReport;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The service is not on its way out. */
@Readiness
@Singleton
class DrainIndicator implements HealthIndicator {
    private final Drain drain;

    DrainIndicator(Drain drain) {
        this.drain = drain;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder(
                        HealthReport.CHECK_DRAINING, drain.isDraining() ? HealthStatus.DOWN : HealthStatus.UP)
                .build());
    }
}
