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

    /** Gauge: the most connections that the pool may have. */
    public static final String POOL_CONNECTIONS_MAX = "db_pool_connections_max";
    /** Counter: requests that waited for a connection in vain. */
    public static final String POOL_TIMEOUTS = "db_pool_timeouts_total";
    /** Gauge: resident set of the process, bytes. */
    public static final String RESIDENT_BYTES = "process_resident_memory_bytes";
    /** Gauge: events of the outbox that wait for a worker; not a number until the database was asked. */
    public static final String OUTBOX_DEPTH = "outbox_depth";
    /** Gauge: how long the oldest of them has been due, seconds; 0 when none waits. */
    public static final String OUTBOX_LAG_SECONDS = "outbox_lag_seconds";
    /** Gauge: events that were parked because they cannot be processed. */
    public static final String OUTBOX_PARKED = "outbox_parked";
    /** Gauge, always 1; labels {@link #LABEL_VERSION}, {@link #LABEL_BUILD}, {@link #LABEL_VARIANT}. */
    public static final String BUILD = "twinlab_build";

    public static final String LABEL_VERSION = "version";
    public static final String LABEL_BUILD = "build";
    public static final String LABEL_VARIANT = "variant";

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
