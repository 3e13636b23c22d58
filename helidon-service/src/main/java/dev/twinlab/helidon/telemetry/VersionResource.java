package dev.twinlab.helidon.telemetry;

import com.zaxxer.hikari.HikariDataSource;
import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.operations.BuildInfo;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.File;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code GET /version}: what the lab asserts before it believes a run. */
public final class VersionResource implements HttpService {
    private static final Pattern PINNED = Pattern.compile(
            "(HikariCP|postgresql|logback-classic|slf4j-api|micrometer-core|jackson-core|helidon-webserver)-([0-9][^/]*)\\.jar");
    private static final String FRAMEWORK = "helidon-webserver";

    private final HikariDataSource pool;

    public VersionResource(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(Paths.VERSION, this::version);
    }

    private void version(ServerRequest request, ServerResponse response) {
        var build = BuildInfo.load();
        var libraries = libraries();
        var runtime = ManagementFactory.getRuntimeMXBean();
        Responses.json(
                request,
                response,
                Status.OK_200,
                new VersionInfo(
                        "helidon-service",
                        Variant.HELIDON.wireName(),
                        build.version(),
                        build.buildId(),
                        new VersionInfo.Framework("Helidon SE", libraries.getOrDefault(FRAMEWORK, "unknown")),
                        new VersionInfo.Jvm(
                                System.getProperty("java.runtime.version"),
                                System.getProperty("java.vendor"),
                                runtime.getInputArguments(),
                                ManagementFactory.getGarbageCollectorMXBeans().stream()
                                        .map(GarbageCollectorMXBean::getName)
                                        .toList(),
                                Runtime.getRuntime().maxMemory(),
                                Runtime.getRuntime().availableProcessors()),
                        new VersionInfo.Pool(
                                pool.getPoolName(),
                                pool.getMaximumPoolSize(),
                                pool.getMinimumIdle(),
                                pool.getConnectionTimeout(),
                                pool.getMaxLifetime()),
                        Thread.currentThread().isVirtual() ? "virtual" : "platform",
                        libraries));
    }

    /** Versions as the file names on the live class path tell them: no manifest can be forgotten in those. */
    private static TreeMap<String, String> libraries() {
        var versions = new TreeMap<String, String>();
        for (String entry : ClassPath.jars()) {
            var matcher = PINNED.matcher(new File(entry).getName());
            if (matcher.matches()) {
                versions.put(matcher.group(1), matcher.group(2));
            }
        }
        return versions;
    }
}
