package dev.twinlab.helidon.telemetry;

import com.zaxxer.hikari.HikariDataSource;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.helidon.http.Responses;
import io.helidon.common.Version;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** {@code GET /version}: what the lab asserts before it believes a run. */
public final class VersionResource implements HttpService {
    private final HikariDataSource pool;
    private final BuildInfo build = BuildInfo.load();
    private final Map<String, String> libraries = Libraries.versions();

    public VersionResource(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(Paths.VERSION, this::version);
    }

    private void version(ServerRequest request, ServerResponse response) {
        Responses.json(
                request,
                response,
                Status.OK_200,
                new VersionInfo(
                        "helidon-service",
                        Variant.HELIDON.wireName(),
                        build.version(),
                        build.buildId(),
                        new VersionInfo.Framework("Helidon SE", Version.VERSION),
                        jvm(),
                        new VersionInfo.Pool(
                                pool.getPoolName(),
                                pool.getMaximumPoolSize(),
                                pool.getMinimumIdle(),
                                pool.getConnectionTimeout(),
                                pool.getMaxLifetime()),
                        Thread.currentThread().isVirtual() ? "virtual" : "platform",
                        libraries));
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
}
