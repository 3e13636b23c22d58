package dev.twinlab.lab.run;

import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.plan.GateLimits;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.run.Sides.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The conditions that a run must meet to count. */
final class Gates {
    /** k6 begins an iteration at both ends of a window, or at one. */
    private static final long EDGE = 1;

    private final GateLimits limits;

    Gates(GateLimits limits) {
        this.limits = limits;
    }

    /**
     * What the parity gates hold a process against.
     *
     * @param plan heap, collector and pool
     * @param buildId that the jars must have
     * @param javaVersion of the lab, which runs the services with its own JDK
     * @param serviceCores processors that the service must see
     * @param pins versions by artifact name
     */
    record Parity(Plan plan, String buildId, String javaVersion, int serviceCores, Map<String, String> pins) {}

    /** The gates of one cell. */
    List<GateRecord> cell(CellRecord cell, long connects, boolean databaseSeen) {
        String name = cell.name();
        List<GateRecord> gates = new ArrayList<>();
        double errors = cell.requests() == 0 ? 1 : (double) cell.failed() / cell.requests();
        gates.add(new GateRecord(
                "errors",
                name,
                errors <= limits.errorRate(),
                text("%d of %d, %.2f %%", cell.failed(), cell.requests(), 100 * errors),
                text("at most %.2f %%", 100 * limits.errorRate())));
        gates.add(new GateRecord(
                "dropped",
                name,
                cell.dropped() <= limits.dropped(),
                text("%d iterations", cell.dropped()),
                text("at most %d", limits.dropped())));
        gates.add(new GateRecord(
                "lag",
                name,
                cell.lagP99Ms() <= limits.lagP99Ms(),
                text("p99 %.1f ms", cell.lagP99Ms()),
                text("at most %.1f ms", limits.lagP99Ms())));
        long offered = Math.round(cell.rate() * cell.durationSeconds());
        gates.add(new GateRecord(
                "answered",
                name,
                Math.abs(cell.requests() + cell.dropped() - offered) <= EDGE,
                text("%d requests ended, %d dropped", cell.requests(), cell.dropped()),
                text("%d offered, give or take %d", offered, EDGE)));
        // A connection that is opened within a window is time that k6 puts on a single request: the warm-up opens all.
        gates.add(new GateRecord(
                "connections", name, connects == 0, text("%d opened", connects), "none opened while measuring"));
        gates.add(cpu("k6-cpu", name, cell.k6CpuFraction(), limits.k6CpuFraction()));
        if (databaseSeen) {
            gates.add(cpu("database-cpu", name, cell.databaseCpuFraction(), limits.databaseCpuFraction()));
        }
        gates.add(littlesLaw(cell));
        return gates;
    }

    private static GateRecord cpu(String gate, String cell, double observed, double limit) {
        return new GateRecord(
                gate,
                cell,
                observed <= limit,
                text("%.0f %% of its cores", 100 * observed),
                text("at most %.0f %%", 100 * limit));
    }

    /** In flight = offered rate x mean latency; fails where the answers do not keep up with the rate. */
    private GateRecord littlesLaw(CellRecord cell) {
        double expected = cell.rate() * cell.meanMs() / 1000;
        // One iteration more or less at an edge is within any window's nature.
        double slack = limits.littlesLawTolerance() * expected + EDGE * cell.meanMs() / 1000 / cell.durationSeconds();
        return new GateRecord(
                "littles-law",
                cell.name(),
                Math.abs(cell.meanInFlight() - expected) <= slack,
                text("%.3f in flight", cell.meanInFlight()),
                text("rate x mean latency = %.3f, within %.0f %%", expected, 100 * limits.littlesLawTolerance()));
    }

    /** The gates of a live process: it is what the plan asks for, and what the other side is. */
    static List<GateRecord> process(Parity parity, String service, Side self, Optional<Side> other) {
        VersionInfo version = self.version();
        List<GateRecord> gates = new ArrayList<>();
        gates.add(equal("variant", version.variant(), service));
        gates.add(equal("build", version.buildId(), parity.buildId()));
        gates.add(equal("jdk", version.jvm().version(), parity.javaVersion()));
        gates.add(equal(
                "processors", Integer.toString(version.jvm().processors()), Integer.toString(parity.serviceCores())));
        gates.add(equal("request-thread", version.requestThread(), "virtual"));
        gates.add(planFlags(parity.plan(), parity.serviceCores(), self.flags()));
        int pool = parity.plan().poolSize();
        gates.add(equal(
                "pool",
                version.pool().maximumSize() + " connections, at least "
                        + version.pool().minimumIdle(),
                pool + " connections, at least " + pool));
        parity.pins()
                .forEach((library, wanted) -> gates.add(equal(
                        "version",
                        library + " " + version.libraries().getOrDefault(library, "none"),
                        library + " " + wanted)));
        other.ifPresent(it -> {
            gates.add(sameFlags(self.flags(), it.flags()));
            gates.add(equal(
                    "pool-equal",
                    poolText(version.pool()),
                    poolText(it.version().pool())));
            gates.add(equal("build-equal", version.buildId(), it.version().buildId()));
        });
        return gates;
    }

    /** Libraries that both have and nobody pins, in different versions: no reason to stop, but one to tell. */
    static List<String> differences(Side one, Side other) {
        return one.version().libraries().entrySet().stream()
                .filter(it -> other.version().libraries().containsKey(it.getKey()))
                .filter(it -> !it.getValue().equals(other.version().libraries().get(it.getKey())))
                .map(it -> "%s is %s in %s and %s in %s."
                        .formatted(
                                it.getKey(),
                                it.getValue(),
                                one.version().variant(),
                                other.version().libraries().get(it.getKey()),
                                other.version().variant()))
                .sorted()
                .toList();
    }

    /** How the process ended, once it was asked to. */
    static GateRecord stop(int exitCode) {
        return new GateRecord(
                "stop",
                "",
                exitCode == 0,
                exitCode < 0 ? "had to be killed" : "exit code " + exitCode,
                "exit code 0 after SIGTERM");
    }

    /** What failed, one sentence each; empty when the run is valid. */
    static List<String> reasons(List<GateRecord> gates) {
        return gates.stream()
                .filter(it -> !it.passed())
                .map(it -> it.name() + (it.cell().isEmpty() ? "" : " in " + it.cell()) + ": " + it.observed()
                        + "; wanted: " + it.limit() + ".")
                .toList();
    }

    private static GateRecord planFlags(Plan plan, int cores, List<String> live) {
        long heap = plan.heapMib() * 1024L * 1024;
        List<String> wanted = List.of(
                plan.collector().flag(),
                "-XX:InitialHeapSize=" + heap,
                "-XX:MaxHeapSize=" + heap,
                "-XX:ActiveProcessorCount=" + cores);
        List<String> missing = wanted.stream().filter(it -> !live.contains(it)).toList();
        return new GateRecord(
                "flags",
                "",
                missing.isEmpty(),
                missing.isEmpty() ? "the live JVM has all of them" : "missing " + String.join(" ", missing),
                String.join(" ", wanted));
    }

    private static GateRecord sameFlags(List<String> self, List<String> other) {
        Set<String> difference = new TreeSet<>(self);
        difference.removeAll(other);
        Set<String> lacking = new TreeSet<>(other);
        lacking.removeAll(self);
        return new GateRecord(
                "flags-equal",
                "",
                difference.isEmpty() && lacking.isEmpty(),
                difference.isEmpty() && lacking.isEmpty()
                        ? self.size() + " flags, all equal"
                        : "only here " + difference + ", only there " + lacking,
                "the live flags of both services are equal");
    }

    private static String poolText(VersionInfo.Pool pool) {
        return pool.maximumSize() + "/" + pool.minimumIdle() + " connections, wait " + pool.connectionTimeoutMs()
                + " ms, life " + pool.maxLifetimeMs() + " ms";
    }

    private static GateRecord equal(String name, String observed, String wanted) {
        return new GateRecord(name, "", observed.equals(wanted), observed, wanted);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
