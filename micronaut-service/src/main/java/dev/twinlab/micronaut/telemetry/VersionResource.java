package dev.twinlab.micronaut.telemetry;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.micronaut.persistence.ConnectionPool;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** {@code GET /version} on the management port. */
@Endpoint(id = "version", defaultSensitive = false)
class VersionResource {
    /** The artifact, as logs and the database see it. */
    static final String SERVICE = "micronaut-service";

    private final ConnectionPool pool;
    private final BuildInfo build = BuildInfo.load();
    private final Libraries libraries = Libraries.load();

    VersionResource(ConnectionPool pool) {
        this.pool = pool;
    }

    // On the same executor as every operation of the API, whose kind of thread it reports.
    @Read
    @ExecuteOn(TaskExecutors.BLOCKING)
    VersionInfo version() {
        return new VersionInfo(
                SERVICE,
                Variant.MICRONAUT.wireName(),
                build.version(),
                build.buildId(),
                libraries.framework(),
                jvm(),
                pool(),
                Thread.currentThread().isVirtual() ? "virtual" : "platform",
                libraries.versions());
    }

    private static VersionInfo.Jvm jvm() {
        return new VersionInfo.Jvm(
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                Runtime.getRuntime().maxMemory(),
                Runtime.getRuntime().availableProcessors());
    }

    private VersionInfo.Pool pool() {
        var live = pool.configuration();
        return new VersionInfo.Pool(
                live.getPoolName(),
                live.getMaximumPoolSize(),
                live.getMinimumIdle(),
                live.getConnectionTimeout(),
                live.getMaxLifetime());
    }
}
