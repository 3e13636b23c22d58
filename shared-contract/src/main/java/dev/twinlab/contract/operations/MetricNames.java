package dev.twinlab.contract.operations;

import java.util.List;

/** Names as a Prometheus scrape shows them, the same for both services. */
public final class MetricNames {
    /** Histogram, seconds; labels {@link #LABEL_METHOD}, {@link #LABEL_ROUTE}, {@link #LABEL_STATUS}. */
    public static final String REQUEST_SECONDS = "http_server_requests_seconds";
    /** Upper bounds of its buckets, milliseconds. */
    public static final List<Long> REQUEST_BUCKETS_MS =
            List.of(1L, 2L, 5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L);

    /** Gauge. */
    public static final String REQUESTS_IN_FLIGHT = "http_server_requests_in_flight";
    /** Gauge; label {@link #LABEL_STATE}: active, idle, pending. */
    public static final String POOL_CONNECTIONS = "db_pool_connections";

    public static final String ORDERS_CREATED = "orders_created_total";
    public static final String ORDERS_CANCELLED = "orders_cancelled_total";
    public static final String AUTH_FAILURES = "auth_failures_total";

    public static final String LABEL_METHOD = "method";
    /** Route template, such as {@code /api/v1/products/{sku}}; {@link #ROUTE_UNKNOWN} where none matched. */
    public static final String LABEL_ROUTE = "route";

    public static final String LABEL_STATUS = "status";
    public static final String LABEL_STATE = "state";
    public static final String ROUTE_UNKNOWN = "unknown";

    private MetricNames() {}
}
