package dev.twinlab.lab.run;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.security.Scopes;
import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.run.ServiceLauncher.Launched;
import dev.twinlab.lab.run.SoakSeries.Held;
import dev.twinlab.lab.tool.EmbeddedDatabase;
import dev.twinlab.lab.tool.Folders;
import dev.twinlab.lab.tool.JdkFinder.Jdk;
import dev.twinlab.lab.tool.K6Finder.K6;
import dev.twinlab.lab.tool.OrphanGuard;
import dev.twinlab.lab.tool.TokenMint;
import dev.twinlab.migrations.DataSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Both services side by side under a steady load for a long time: does anything grow? Not a measurement of speed: the two share
 * the machine here.
 */
public final class Soak {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration K6_MARGIN = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int COLLECT_EVERY = 12;

    /** The whole heap is touched at the start: what the resident set gains afterwards lies outside of it. */
    private static final List<String> FLAGS = List.of("-XX:+AlwaysPreTouch");

    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final double KIB_PER_MIB = 1024;

    private final Settings settings;
    private final PrintWriter out;
    private final Plan plan;

    /**
     * What a soak is told.
     *
     * @param duration at least 30 s, at most an hour
     * @param rate requests a second to each service
     * @param folder for logs and series; must not be there
     * @param jars by service
     * @param script {@code load.js}
     */
    public record Settings(
            Duration duration, double rate, Path folder, Map<String, Path> jars, Jdk jdk, K6 k6, Path script) {}

    private record Soaked(String service, Launched launched, K6Run k6, String database, SoakSeries series) {}

    /**
     * Prepares it.
     *
     * @throws LabFailure for a rate or duration out of range
     */
    public Soak(Settings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
        this.plan = new Plan(
                "soak",
                0,
                1,
                new Plan.DataSize(10_000, 100_000),
                256,
                Plan.Collector.G1,
                100,
                10,
                0,
                0,
                new Plan.Warmup(1, 5, 1, settings.rate()),
                List.of(new Plan.Cell(
                        "mixed", settings.rate(), (int) settings.duration().toSeconds())));
    }

    /** Runs it; true when nothing grew and no request failed. */
    public boolean run() throws InterruptedException {
        try (OrphanGuard guard = OrphanGuard.start()) {
            Files.createDirectories(settings.folder());
            Path work = Files.createTempDirectory("twinlab-soak-");
            guard.entrust(work);
            try {
                return run(guard, work);
            } finally {
                Folders.deleteQuietly(work);
                guard.release(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + settings.folder() + " cannot be written: " + e, e);
        }
    }

    private boolean run(OrphanGuard guard, Path work) throws InterruptedException, IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        CpuPinning free = CpuPinning.none();
        try (var server = new EmbeddedDatabase(guard, settings.folder().resolve("postgresql.log"));
                var databases = new RunDatabases(
                        server,
                        new DataSet(plan.dataSet().products(), plan.dataSet().orders()))) {
            databases.prepare();
            var launcher =
                    new ServiceLauncher(settings.jdk(), guard, free, plan, server, settings.jars(), secret, FLAGS);
            String token = new TokenMint(secret).token("soak", Scopes.ORDERS_WRITE, Duration.ofHours(24));
            List<Soaked> all = new ArrayList<>();
            try {
                for (Variant variant : Variant.values()) {
                    all.add(start(guard, work, databases, launcher, token, variant.wireName()));
                }
                return watch(all, databases);
            } finally {
                all.forEach(it -> {
                    it.k6().close();
                    it.launched().close();
                });
            }
        }
    }

    private Soaked start(
            OrphanGuard guard,
            Path work,
            RunDatabases databases,
            ServiceLauncher launcher,
            String token,
            String service)
            throws InterruptedException, IOException {
        String database = databases.fresh();
        LoadData data = LoadData.read(databases.source(database));
        Path log = settings.folder().resolve(service + ".log");
        Launched launched = launcher.launch(service, database, log);
        boolean ready = new StartupProbe(launched.port(), launched.managementPort(), data.first())
                .await(
                        launched.process().spawnedAtNanos(),
                        launched.process().pid(),
                        launched.process()::alive,
                        START_LIMIT)
                .isPresent();
        if (!ready) {
            launched.close();
            throw new LabFailure(
                    "%s was not ready within %d s; see %s.".formatted(service, START_LIMIT.toSeconds(), log));
        }
        Path own = Files.createDirectory(work.resolve(service));
        var load = new K6Run.Load(launched.baseUrl(), token, 1, plan.connections(), K6Timeline.of(plan), data);
        K6Run k6 = K6Run.start(
                guard,
                settings.k6(),
                settings.script(),
                load,
                own,
                settings.folder().resolve(service + "-k6.log"));
        return new Soaked(service, launched, k6, database, new SoakSeries());
    }

    private boolean watch(List<Soaked> all, RunDatabases databases) throws InterruptedException, IOException {
        out.printf(
                Locale.ROOT,
                "soak: both services, %.0f requests a second each, %d s%n",
                settings.rate(),
                settings.duration().toSeconds());
        long began = System.nanoTime();
        long end = began + settings.duration().toNanos();
        Map<String, Double> heaps = new HashMap<>();
        int step = 0;
        for (long next = began; next < end; next += STEP.toNanos()) {
            boolean collect = step++ % COLLECT_EVERY == 0;
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            for (Soaked soaked : all) {
                if (!soaked.launched().process().alive()) {
                    throw new LabFailure("%s %s under load; see %s."
                            .formatted(
                                    soaked.service(),
                                    soaked.launched().process().ending(),
                                    settings.folder()));
                }
                if (collect) {
                    heaps.put(soaked.service(), heapMib(soaked));
                }
                Map<Held, Double> held = held(soaked, databases);
                held.put(Held.HEAP, heaps.get(soaked.service()));
                soaked.series().add((System.nanoTime() - began) / NANOS_PER_HOUR, held);
            }
        }
        boolean good = true;
        for (Soaked soaked : all) {
            good &= report(soaked);
        }
        return good;
    }

    private double heapMib(Soaked soaked) throws InterruptedException {
        return new LiveJvm(settings.jdk(), soaked.launched().process().pid())
                        .collectAndRead()
                        .orElseThrow(() -> new LabFailure(soaked.service() + " does not answer jcmd."))
                        .heapUsedAfterGcKib()
                / KIB_PER_MIB;
    }

    private Map<Held, Double> held(Soaked soaked, RunDatabases databases) {
        long pid = soaked.launched().process().pid();
        Map<Held, Double> held = new EnumMap<>(Held.class);
        ProcFiles.Memory memory = ProcFiles.memory(pid)
                .orElseThrow(() -> new LabFailure(soaked.service() + " is gone: its memory cannot be read."));
        held.put(Held.RSS, memory.rssKib() / KIB_PER_MIB);
        held.put(Held.THREADS, (double) memory.threads());
        held.put(Held.OPEN_FILES, (double) ProcFiles.openFiles(pid).orElse(0));
        held.put(Held.CONNECTIONS, (double) connections(soaked, databases));
        return held;
    }

    private static int connections(Soaked soaked, RunDatabases databases) {
        try (Connection connection = databases.source(soaked.database()).getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = ? AND backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
            query.setString(1, soaked.database());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new LabFailure(
                    "The connections of %s cannot be counted: %s.".formatted(soaked.service(), e.getMessage()), e);
        }
    }

    private boolean report(Soaked soaked) throws InterruptedException, IOException {
        K6Run.Outcome outcome = soaked.k6().await(Optional::empty, K6_MARGIN);
        Files.writeString(
                settings.folder().resolve(soaked.service() + ".csv"),
                soaked.series().csv());
        out.println();
        out.println(soaked.service());
        boolean good = true;
        for (Map.Entry<Held, Trend> entry : soaked.series().trends().entrySet()) {
            Trend trend = entry.getValue();
            boolean grows = entry.getKey().grows(trend);
            good &= !grows;
            out.printf(
                    Locale.ROOT,
                    "  %-22s %8.1f to %8.1f   %+8.2f an hour [%+.2f, %+.2f]   %s%n",
                    entry.getKey().label(),
                    trend.start(),
                    trend.end(),
                    trend.perHour(),
                    trend.low(),
                    trend.high(),
                    grows ? "GROWS" : "flat");
        }
        if (!outcome.failure().isEmpty()) {
            throw new LabFailure(outcome.failure() + ".");
        }
        K6Summary summary = outcome.summaries().get(K6Timeline.cellId(0));
        int exit = soaked.launched().process().stop(STOP_LIMIT);
        out.printf(
                Locale.ROOT,
                "  %d requests, %d failed, %d not sent, p50 %.1f ms, p99 %.1f ms; exit code %d%n",
                summary.requests(),
                summary.failed(),
                summary.dropped(),
                summary.percentilesMs().getOrDefault("50", Double.NaN),
                summary.percentilesMs().getOrDefault("99", Double.NaN),
                exit);
        out.flush();
        return good && summary.failed() == 0 && exit == 0;
    }
}
