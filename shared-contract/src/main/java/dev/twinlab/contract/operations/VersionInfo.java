package dev.twinlab.contract.operations;

import java.util.List;
import java.util.Map;

/**
 * The answer to {@code /version}: what the lab compares and asserts before it believes a run.
 *
 * @param service artifact name
 * @param variant {@code helidon} or {@code micronaut}
 * @param version project version
 * @param buildId hash of the sources that the jar was built from
 * @param framework name and version
 * @param jvm the live JVM
 * @param pool the live connection pool
 * @param requestThread {@code virtual} or {@code platform}: the kind of thread that served this very request's business
 *     siblings
 * @param libraries version of each pinned library by artifact name, read from the class path
 */
public record VersionInfo(
        String service,
        String variant,
        String version,
        String buildId,
        Framework framework,
        Jvm jvm,
        Pool pool,
        String requestThread,
        Map<String, String> libraries) {

    /** Name and version of the framework. */
    public record Framework(String name, String version) {}

    /**
     * The live JVM.
     *
     * @param version {@code java.runtime.version}
     * @param vendor {@code java.vendor}
     * @param arguments what it was started with, in order
     * @param collectors names of its garbage collector beans
     * @param heapMaxBytes largest heap
     * @param processors what {@code availableProcessors} says
     */
    public record Jvm(
            String version,
            String vendor,
            List<String> arguments,
            List<String> collectors,
            long heapMaxBytes,
            int processors) {}

    /** The live pool: settings as the pool itself reports them, times in milliseconds. */
    public record Pool(String name, int maximumSize, int minimumIdle, long connectionTimeoutMs, long maxLifetimeMs) {}
}
