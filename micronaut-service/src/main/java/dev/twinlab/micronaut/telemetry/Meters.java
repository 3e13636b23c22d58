package dev.twinlab.micronaut.telemetry;

import com.zaxxer.hikari.HikariPoolMXBean;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.MetricNames;
import dev.twinlab.micronaut.persistence.ConnectionPool;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** Every metric of the service's own; all exist from the start, so that a scrape shows a zero and not a gap. */
@Context
@Requires(beans = DataSource.class)
public final class Meters {
    private static final Duration[] BUCKETS =
            MetricNames.REQUEST_BUCKETS_MS.stream().map(Duration::ofMillis).toArray(Duration[]::new);

    /**
     * Name of the counter that a scrape shows as {@link MetricNames#ORDERS_CREATED}: the Prometheus client keeps the ending
     * {@code _created} for itself and would cut it off.
     */
    static final String ORDERS_CREATED_INSIDE = "orders_placed_total";

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Counter ordersCreated;
    private final Counter ordersCancelled;
    private final Counter authFailures;

    /** A registry's own look-up builds tags and a key for every request; these keys are few. */
    private final Map<RequestKey, Timer> requestTimers = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry, ConnectionPool pool) {
        this.registry = registry;
        this.ordersCreated = counter(ORDERS_CREATED_INSIDE);
        this.ordersCancelled = counter(MetricNames.ORDERS_CANCELLED);
        this.authFailures = counter(MetricNames.AUTH_FAILURES);
        registry.gauge(MetricNames.REQUESTS_IN_FLIGHT, inFlight);
        poolGauge("active", pool, HikariPoolMXBean::getActiveConnections);
        poolGauge("idle", pool, HikariPoolMXBean::getIdleConnections);
        poolGauge("pending", pool, HikariPoolMXBean::getThreadsAwaitingConnection);
        gauge(MetricNames.POOL_CONNECTIONS_MAX, () -> pool.configuration().getMaximumPoolSize());
        Counter timeouts = counter(MetricNames.POOL_TIMEOUTS);
        pool.watch((name, stats) -> new PoolTimeouts(timeouts::increment));
        var outbox = new OutboxBacklog(pool.source());
        gauge(MetricNames.OUTBOX_DEPTH, outbox::depth);
        gauge(MetricNames.OUTBOX_LAG_SECONDS, outbox::lagSeconds);
        gauge(MetricNames.OUTBOX_PARKED, outbox::parked);
        gauge(MetricNames.RESIDENT_BYTES, ResidentMemory::bytes);
        BuildInfo build = BuildInfo.load();
        Gauge.builder(MetricNames.BUILD, () -> 1)
                .tag(MetricNames.LABEL_VERSION, build.version())
                .tag(MetricNames.LABEL_BUILD, build.buildId())
                .tag(MetricNames.LABEL_VARIANT, Variant.MICRONAUT.wireName())
                .register(registry);
    }

    private void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }

    /** A request of the API has arrived. */
    void requestStarted() {
        inFlight.incrementAndGet();
    }

    /** A request of the API has its answer. */
    void requestEnded(String method, String route, int status, Duration duration) {
        inFlight.decrementAndGet();
        requestTimers
                .computeIfAbsent(new RequestKey(method, route, status), this::requestTimer)
                .record(duration);
    }

    /** A new order is committed. */
    public void orderCreated() {
        ordersCreated.increment();
    }

    /** A cancellation is committed. */
    public void orderCancelled() {
        ordersCancelled.increment();
    }

    /** A request was answered 401 or 403. */
    public void authFailed() {
        authFailures.increment();
    }

    private Timer requestTimer(RequestKey key) {
        return Timer.builder(MetricNames.REQUEST_SECONDS)
                .tag(MetricNames.LABEL_METHOD, key.method())
                .tag(MetricNames.LABEL_ROUTE, key.route())
                .tag(MetricNames.LABEL_STATUS, Integer.toString(key.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter counter(String name) {
        return Counter.builder(name).register(registry);
    }

    private void poolGauge(String state, ConnectionPool pool, ToDoubleFunction<HikariPoolMXBean> value) {
        Gauge.builder(MetricNames.POOL_CONNECTIONS, pool, it -> value.applyAsDouble(it.live()))
                .tag(MetricNames.LABEL_STATE, state)
                .register(registry);
    }

    private record RequestKey(String method, String route, int status) {}
}
