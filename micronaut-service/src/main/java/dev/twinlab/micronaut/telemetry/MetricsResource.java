package dev.twinlab.micronaut.telemetry;

import dev.twinlab.contract.operations.MetricNames;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.configuration.metrics.management.endpoint.MetricsEndpoint;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.annotation.Produces;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** {@code GET /metrics} on the management port: the Prometheus text, in place of the framework's JSON. */
@Endpoint(id = "metrics", defaultSensitive = false)
@Replaces(MetricsEndpoint.class)
class MetricsResource {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsResource(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Read
    @Produces(PROMETHEUS_TEXT)
    @ExecuteOn(TaskExecutors.BLOCKING)
    String scrape() {
        return registry.scrape(PROMETHEUS_TEXT).replace(Meters.ORDERS_CREATED_INSIDE, MetricNames.ORDERS_CREATED);
    }
}
