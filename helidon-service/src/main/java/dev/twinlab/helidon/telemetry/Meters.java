package dev.twinlab.helidon.telemetry;

import com.zaxxer.hikari.HikariDataSource;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.MetricNames;
import io.helidon.metrics.api.MetricsFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service's meters, on the Micrometer registry inside Helidon's metrics: Helidon's own names would carry a scope label that
 * the contract does not have.
 */
// Micrometer has deprecated this registry; Helidon 4.1's provider knows no other.
@SuppressWarnings("deprecation")
public final class Meters {
    private static final Duration[] BUCKETS =
            MetricNames.REQUEST_BUCKETS_MS.stream().map(Duration::ofMillis).toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry;
    private final Counter ordersCreated;
    private final Counter ordersCancelled;
    private final Counter authFailures;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ConcurrentMap<Series, Timer> timers = new ConcurrentHashMap<>();

    public Meters() {
        MeterRegistry composite = MetricsFactory.getInstance().globalRegistry().unwrap(MeterRegistry.class);
        this.registry = prometheus(composite);
        this.ordersCreated = Counter.builder(MetricNames.ORDERS_CREATED).register(registry);
        this.ordersCancelled = Counter.builder(MetricNames.ORDERS_CANCELLED).register(registry);
        this.authFailures = Counter.builder(MetricNames.AUTH_FAILURES).register(registry);
        Gauge.builder(MetricNames.REQUESTS_IN_FLIGHT, inFlight, AtomicInteger::get)
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        gc().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder(MetricNames.RESIDENT_BYTES, ResidentMemory::bytes).register(registry);
        BuildInfo build = BuildInfo.load();
        Gauge.builder(MetricNames.BUILD, () -> 1)
                .tag(MetricNames.LABEL_VERSION, build.version())
                .tag(MetricNames.LABEL_BUILD, build.buildId())
                .tag(MetricNames.LABEL_VARIANT, Variant.HELIDON.wireName())
                .register(registry);
    }

    /** Shows the state of the pool. */
    public void watch(HikariDataSource pool) {
        var bean = pool.getHikariPoolMXBean();
        Gauge.builder(MetricNames.POOL_CONNECTIONS, bean, it -> it.getActiveConnections())
                .tag(MetricNames.LABEL_STATE, "active")
                .register(registry);
        Gauge.builder(MetricNames.POOL_CONNECTIONS, bean, it -> it.getIdleConnections())
                .tag(MetricNames.LABEL_STATE, "idle")
                .register(registry);
        Gauge.builder(MetricNames.POOL_CONNECTIONS, bean, it -> it.getThreadsAwaitingConnection())
                .tag(MetricNames.LABEL_STATE, "pending")
                .register(registry);
        Gauge.builder(MetricNames.POOL_CONNECTIONS_MAX, pool, HikariDataSource::getMaximumPoolSize)
                .register(registry);
        Counter timeouts = Counter.builder(MetricNames.POOL_TIMEOUTS).register(registry);
        pool.setMetricsTrackerFactory((name, stats) -> new PoolTimeouts(timeouts::increment));
        var outbox = new OutboxBacklog(pool);
        Gauge.builder(MetricNames.OUTBOX_DEPTH, outbox::depth).register(registry);
        Gauge.builder(MetricNames.OUTBOX_LAG_SECONDS, outbox::lagSeconds).register(registry);
        Gauge.builder(MetricNames.OUTBOX_PARKED, outbox::parked).register(registry);
    }

    public void orderCreated() {
        ordersCreated.increment();
    }

    public void orderCancelled() {
        ordersCancelled.increment();
    }

    public void authFailure() {
        authFailures.increment();
    }

    void requestStarted() {
        inFlight.incrementAndGet();
    }

    void requestEnded() {
        inFlight.decrementAndGet();
    }

    void requestAnswered(String method, String route, int status, long nanos) {
        timers.computeIfAbsent(new Series(method, route, status), this::timer).record(Duration.ofNanos(nanos));
    }

    /** Every meter in the Prometheus text format. */
    String scrape() {
        return registry.scrape();
    }

    private Timer timer(Series series) {
        return Timer.builder(MetricNames.REQUEST_SECONDS)
                .tag(MetricNames.LABEL_METHOD, series.method)
                .tag(MetricNames.LABEL_ROUTE, series.route)
                .tag(MetricNames.LABEL_STATUS, Integer.toString(series.status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @SuppressWarnings("resource")
    private static JvmGcMetrics gc() {
        // Lives as long as the process.
        return new JvmGcMetrics();
    }

    private static PrometheusMeterRegistry prometheus(MeterRegistry registry) {
        if (registry instanceof PrometheusMeterRegistry found) {
            return found;
        }
        if (registry instanceof io.micrometer.core.instrument.composite.CompositeMeterRegistry composite) {
            for (MeterRegistry member : composite.getRegistries()) {
                if (member instanceof PrometheusMeterRegistry found) {
                    return found;
                }
            }
        }
        throw new IllegalStateException("Helidon's metrics have no Prometheus registry but " + registry);
    }

    private record Series(String method, String route, int status) {}
}
