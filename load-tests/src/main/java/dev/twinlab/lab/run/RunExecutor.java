package dev.twinlab.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.contract.security.Scopes;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.record.CellRecord;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.record.StartupRecord;
import dev.twinlab.lab.run.K6Run.Load;
import dev.twinlab.lab.run.MemorySeries.Window;
import dev.twinlab.lab.run.ProcSampler.Role;
import dev.twinlab.lab.run.ServiceLauncher.Launched;
import dev.twinlab.lab.run.Sides.Side;
import dev.twinlab.lab.tool.Database;
import dev.twinlab.lab.tool.JdkFinder.Jdk;
import dev.twinlab.lab.tool.K6Finder.K6;
import dev.twinlab.lab.tool.OrphanGuard;
import dev.twinlab.lab.tool.Processes;
import dev.twinlab.lab.tool.TokenMint;
import dev.twinlab.migrations.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one run of the schedule: one process start, and all that is measured on it. */
final class RunExecutor {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final Duration K6_MARGIN = Duration.ofSeconds(45);
    private static final long POLL_MS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tools tools;
    private final Plan plan;
    private final Gates gates;
    private final Gates.Parity parity;
    private final Sides sides;
    private final LoadData data;
    private final Path logs;
    private final Path work;
    private final long seed;
    private String startupDatabase;
    private double labCpuSeconds;
    private double measuredSeconds;

    /**
     * What a run is made with.
     *
     * @param script {@code load.js}
     */
    record Tools(
            Jdk jdk,
            K6 k6,
            Path script,
            OrphanGuard guard,
            CpuPinning pinning,
            Database server,
            RunDatabases databases,
            ServiceLauncher launcher,
            TokenMint tokens) {}

    /**
     * @param logs for what the processes print
     * @param work for temporary files
     * @param startupDatabase a copy that only start-up runs use, which write nothing
     */
    RunExecutor(
            Tools tools,
            Plan plan,
            Gates gates,
            Gates.Parity parity,
            Sides sides,
            LoadData data,
            Path logs,
            Path work,
            long seed,
            String startupDatabase) {
        this.tools = tools;
        this.plan = plan;
        this.gates = gates;
        this.parity = parity;
        this.sides = sides;
        this.data = data;
        this.logs = logs;
        this.work = work;
        this.seed = seed;
        this.startupDatabase = startupDatabase;
    }

    /** Another copy for start-up runs, after the server has lost the first. */
    void useForStartups(String database) {
        startupDatabase = database;
    }

    /** CPU of the lab over the windows measured so far, cores. */
    double labCpuFraction() {
        return measuredSeconds == 0 ? 0 : labCpuSeconds / measuredSeconds;
    }

    /** Runs it; a record comes back whatever happens, unless the lab itself is stopped. */
    RunRecord execute(PlannedRun planned, int sequence, GateRecord contract) throws InterruptedException {
        var draft = new RunDraft(planned, sequence);
        draft.gates(List.of(contract));
        try {
            if (planned.kind() == RunKind.STARTUP) {
                try (Launched service = launch(draft, startupDatabase)) {
                    startup(draft, service);
                }
            } else {
                load(draft);
            }
        } catch (MigrationException e) {
            if (databaseAlive()) {
                throw e;
            }
            draft.invalid(databaseDied());
        }
        return draft.toRecord();
    }

    private void load(RunDraft draft) throws InterruptedException {
        String database = tools.databases().fresh();
        try (Launched service = launch(draft, database)) {
            if (!ready(draft, service)) {
                return;
            }
            try (var sampler =
                    new ProcSampler(service.process().pid(), tools.server().postmaster())) {
                if (identify(draft, service) && load(draft, service, sampler)) {
                    stop(draft, service);
                }
            }
        } finally {
            tools.databases().drop(database);
        }
    }

    private Launched launch(RunDraft draft, String database) {
        return tools.launcher()
                .launch(
                        draft.planned().service(),
                        database,
                        logs.resolve(draft.planned().id() + ".log"));
    }

    private void startup(RunDraft draft, Launched service) throws InterruptedException {
        if (ready(draft, service) && identify(draft, service)) {
            stop(draft, service);
        }
    }

    private boolean ready(RunDraft draft, Launched service) throws InterruptedException {
        ServiceProcess process = service.process();
        Optional<StartupRecord> startup = new StartupProbe(service.port(), service.managementPort(), data.first())
                .await(process.spawnedAtNanos(), process.pid(), process::alive, START_LIMIT);
        startup.ifPresent(draft::started);
        if (startup.isEmpty()) {
            draft.invalid(trouble(draft, service, "while starting")
                            .orElse("%s gave no correct answer and was not ready within %d s"
                                    .formatted(draft.planned().service(), START_LIMIT.toSeconds()))
                    + "; see " + logs.getFileName() + "/" + draft.planned().id() + ".log.");
        }
        return startup.isPresent();
    }

    /** Takes the memory at ready, then asks the process who it is. */
    private boolean identify(RunDraft draft, Launched service) throws InterruptedException {
        Optional<LiveJvm.Visit> visit = moment(draft, service, MemoryRecord.READY);
        Optional<VersionInfo> version = version(service);
        if (visit.isEmpty() || version.isEmpty()) {
            draft.invalid(trouble(draft, service, "after it was ready")
                            .orElse(
                                    version.isEmpty()
                                            ? "/version gave no answer that can be read"
                                            : "jcmd got no answer from the live JVM")
                    + ".");
            return false;
        }
        String name = draft.planned().service();
        var self = new Side(version.get(), visit.get().flags());
        draft.identified(self.version(), self.flags());
        draft.gates(Gates.process(parity, name, self, sides.other(name)));
        sides.learn(name, self);
        return true;
    }

    static Optional<VersionInfo> version(Launched service) {
        byte[] body = RawHttp.get(service.managementPort(), Paths.VERSION);
        try {
            return body == null ? Optional.empty() : Optional.of(JSON.readValue(body, VersionInfo.class));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean load(RunDraft draft, Launched service, ProcSampler sampler) throws InterruptedException {
        if (!quiet(draft, service, plan.idleSeconds(), "while idle")) {
            return false;
        }
        moment(draft, service, MemoryRecord.IDLE);
        K6Run.Outcome outcome = k6(draft, service, sampler);
        if (!outcome.failure().isEmpty()) {
            draft.invalid(outcome.failure() + ".");
            return false;
        }
        boolean quiet = quiet(draft, service, plan.afterSeconds(), "after the load");
        if (quiet) {
            moment(draft, service, MemoryRecord.AFTER);
        }
        sampler.close();
        measure(draft, service, sampler, outcome.summaries());
        return quiet;
    }

    private K6Run.Outcome k6(RunDraft draft, Launched service, ProcSampler sampler) throws InterruptedException {
        var load = new Load(
                service.baseUrl(),
                tools.tokens().token("lab", Scopes.ORDERS_WRITE, TOKEN_LIFE),
                // Another stream of requests in each block, the same for both services.
                seed + draft.planned().block(),
                plan.connections(),
                K6Timeline.of(plan),
                data);
        Path log = logs.resolve(draft.planned().id() + "-k6.log");
        try (K6Run run = K6Run.start(tools.guard(), tools.k6(), tools.script(), load, work, log)) {
            sampler.watchK6(run.pid());
            return run.await(
                    () -> trouble(draft, service, "under load"), plan.loadTime().plus(K6_MARGIN));
        }
    }

    private void measure(RunDraft draft, Launched service, ProcSampler sampler, Map<String, K6Summary> summaries) {
        List<Window> windows = new ArrayList<>();
        for (K6Timeline.Phase phase : K6Timeline.of(plan)) {
            K6Summary summary = summaries.get(phase.id());
            if (summary != null && phase.id().startsWith("warmup")) {
                windows.add(Window.warmup(summary.startedAtMs(), summary.startedAtMs() + 1000.0 * phase.seconds()));
            }
        }
        for (int i = 0; i < plan.cells().size(); i++) {
            Plan.Cell cell = plan.cells().get(i);
            String name = CellRecord.name(cell.scenario(), cell.rate());
            K6Summary summary = summaries.get(K6Timeline.cellId(i));
            if (summary == null || summary.startedAtMs() == 0) {
                draft.invalid("k6 never began the cell " + name + ".");
                continue;
            }
            double from = summary.startedAtMs();
            double to = from + 1000.0 * cell.seconds();
            windows.add(Window.cell(name, from, to));
            labCpuSeconds += sampler.cpuSeconds(Role.LAB, from, to);
            measuredSeconds += cell.seconds();
            CellRecord record = cell(name, cell, summary, sampler);
            draft.cell(record);
            draft.gates(gates.cell(
                    record, summary.connects(), tools.server().postmaster().isPresent()));
        }
        var series = new MemorySeries(service.process().spawnedAtMs(), windows);
        draft.series(series.samples(sampler.memory()));
        series.underLoad(sampler.memory()).ifPresent(draft::moment);
    }

    private CellRecord cell(String name, Plan.Cell cell, K6Summary summary, ProcSampler sampler) {
        double from = summary.startedAtMs();
        double to = from + 1000.0 * cell.seconds();
        double service = sampler.cpuSeconds(Role.SERVICE, from, to);
        double rest = (double) cell.seconds() * tools.pinning().restCores();
        return new CellRecord(
                name,
                cell.scenario(),
                cell.rate(),
                cell.seconds(),
                summary.requests(),
                summary.failed(),
                summary.dropped(),
                summary.lagP99Ms(),
                summary.supportedPercentilesMs(),
                summary.meanMs(),
                summary.maxMs(),
                summary.meanMs() * summary.answered() / 1000 / cell.seconds(),
                service,
                service / (cell.seconds() * tools.pinning().serviceCores()),
                sampler.cpuSeconds(Role.K6, from, to) / rest,
                sampler.cpuSeconds(Role.DATABASE, from, to) / rest);
    }

    /** Memory as it is, then the heap after a collection: the collection must not change what is measured. */
    private Optional<LiveJvm.Visit> moment(RunDraft draft, Launched service, String moment)
            throws InterruptedException {
        long pid = service.process().pid();
        Optional<ProcFiles.Memory> memory = ProcFiles.memory(pid);
        Optional<LiveJvm.Visit> visit = new LiveJvm(tools.jdk(), pid).collectAndRead();
        memory.ifPresent(it -> draft.moment(new MemoryRecord.Moment(
                moment,
                it.rssKib(),
                it.pssKib(),
                it.anonymousKib(),
                visit.map(LiveJvm.Visit::heapUsedAfterGcKib).orElse(null),
                it.threads())));
        return visit;
    }

    /** Waits; false, with the reason in the draft, when something dies meanwhile. */
    private boolean quiet(RunDraft draft, Launched service, int seconds, String when) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(POLL_MS);
            Optional<String> trouble = trouble(draft, service, when);
            if (trouble.isPresent()) {
                draft.invalid(trouble.get() + ".");
                return false;
            }
        }
        return true;
    }

    private void stop(RunDraft draft, Launched service) throws InterruptedException {
        draft.gates(List.of(Gates.stop(service.process().stop(STOP_LIMIT))));
    }

    /** Who has died, as a sentence without its full stop; the database first, since a service may die of it. */
    private Optional<String> trouble(RunDraft draft, Launched service, String when) {
        if (!databaseAlive()) {
            return Optional.of(databaseDied() + " " + when);
        }
        return service.process().alive()
                ? Optional.empty()
                : Optional.of(
                        draft.planned().service() + " " + service.process().ending() + " " + when);
    }

    private boolean databaseAlive() {
        return tools.server().postmaster().stream().allMatch(Processes::lives);
    }

    private static String databaseDied() {
        return "PostgreSQL died";
    }
}
