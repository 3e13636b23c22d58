package dev.twinlab.lab.run;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.plan.GateLimits;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.plan.PlanSource;
import dev.twinlab.lab.plan.Schedule;
import dev.twinlab.lab.record.CampaignEnd;
import dev.twinlab.lab.record.CampaignFiles;
import dev.twinlab.lab.record.Environment;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.record.Manifest;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.tool.Database;
import dev.twinlab.lab.tool.EmbeddedDatabase;
import dev.twinlab.lab.tool.ExternalDatabase;
import dev.twinlab.lab.tool.Folders;
import dev.twinlab.lab.tool.JdkFinder.Jdk;
import dev.twinlab.lab.tool.K6Finder.K6;
import dev.twinlab.lab.tool.OrphanGuard;
import dev.twinlab.lab.tool.TokenMint;
import dev.twinlab.migrations.DataSet;
import dev.twinlab.migrations.MigrationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One bench from its first file to its last: prepares, holds both services against the contract, makes the runs of the
 * schedule and repeats the invalid ones. Every file is written when what it tells is known, so that a stop loses nothing.
 */
public final class Campaign {
    private static final DateTimeFormatter FOLDER_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Steal above this share of all time is worth telling. */
    private static final double STEAL_WORTH_TELLING = 0.01;

    private final Settings settings;
    private final Conformance conformance;
    private final Plan plan;
    private final GateLimits limits;
    private final Progress progress;
    private final CampaignFiles files;
    private final List<PlannedRun> schedule;
    private final EnvironmentReader environmentReader = new EnvironmentReader(Path.of("/"));
    private final EnvironmentReader.Steal stealBefore = environmentReader.steal();
    private final List<String> conformed = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Sides sides = new Sides();
    private double labCpuFraction;

    /**
     * What a bench is told.
     *
     * @param results folder in which the campaign's own is made
     * @param seed decides the order of the runs and every request
     * @param jars by service
     * @param commit abbreviated, or {@code unknown}
     * @param buildId that the jars must have
     * @param databaseUrl of a server that is there already; empty for the embedded one
     * @param script {@code load.js}
     */
    public record Settings(
            Path results,
            PlanSource plan,
            PlanSource policy,
            long seed,
            Map<String, Path> jars,
            String commit,
            String buildId,
            Optional<String> databaseUrl,
            Jdk jdk,
            K6 k6,
            Path script) {}

    /**
     * How it went.
     *
     * @param end as it is on disk
     * @param stopped whether somebody asked for the end
     */
    public record Result(CampaignEnd end, boolean stopped) {}

    /**
     * Reads plan and policy and makes the folder.
     *
     * @throws LabFailure for a bad plan, a bad policy, a missing jar or a folder that cannot be written
     */
    public Campaign(Settings settings, Conformance conformance, PrintWriter out) {
        this.settings = settings;
        this.conformance = conformance;
        this.plan = Plan.parse(settings.plan().source(), settings.plan().yaml());
        this.limits =
                GateLimits.parse(settings.policy().source(), settings.policy().yaml());
        this.progress = new Progress(out, plan);
        this.schedule = Schedule.of(plan, settings.seed());
        settings.jars().forEach(Campaign::requireJar);
        settings.databaseUrl().ifPresent(it -> new ExternalDatabase(it).close());
        this.files = new CampaignFiles(makeFolder(settings));
    }

    /** Where its files are. */
    public Path folder() {
        return files.folder();
    }

    private static void requireJar(String service, Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new LabFailure(
                    "The jar of %s is not at %s: run ./lab bench, which builds it.".formatted(service, jar));
        }
    }

    private static Path makeFolder(Settings settings) {
        String name = FOLDER_TIME.format(Instant.now()) + "-" + settings.commit();
        Path folder = settings.results().toAbsolutePath().normalize().resolve(name);
        try {
            for (int i = 2; Files.exists(folder); i++) {
                folder = folder.resolveSibling(name + "-" + i);
            }
            Files.createDirectories(folder.resolve("runs"));
            Files.createDirectories(folder.resolve("logs"));
            return folder;
        } catch (IOException e) {
            throw new LabFailure(
                    "The results folder %s cannot be written (%s): give another one with --results."
                            .formatted(settings.results(), e),
                    e);
        }
    }

    /**
     * Does all of it. Interrupting the thread stops everything that was started and keeps what was measured.
     *
     * @throws LabFailure where something outside is in the way, such as a full disk
     */
    public Result run() {
        String failure = "The lab ended unexpectedly.";
        try (OrphanGuard guard = OrphanGuard.start()) {
            Path work = Files.createTempDirectory("twinlab-work-");
            guard.entrust(work);
            try {
                String reason = run(guard, work);
                failure = "";
                return new Result(end(reason), false);
            } finally {
                Folders.deleteQuietly(work);
                guard.release(work);
            }
        } catch (InterruptedException e) {
            failure = "";
            CampaignEnd end = end("stopped on request after " + runsSoFar());
            progress.say("Stopped. What was measured is kept in " + folder() + ".");
            return new Result(end, true);
        } catch (UncheckedIOException | IOException e) {
            failure = sentence(e);
            throw new LabFailure(failure, e);
        } catch (MigrationException e) {
            failure = sentence(e);
            throw new LabFailure(failure, e);
        } catch (LabFailure e) {
            failure = e.getMessage();
            throw e;
        } finally {
            if (!failure.isEmpty()) {
                endAsFarAsPossible(failure);
            }
        }
    }

    private String run(OrphanGuard guard, Path work) throws InterruptedException {
        // The lab first: what it starts from here on inherits its cores.
        CpuPinning pinning = CpuPinning.apply(List.of());
        progress.say(
                "database: " + settings.databaseUrl().map(it -> "given").orElse("starting the embedded PostgreSQL"));
        try (Database server = openDatabase(guard)) {
            if (server.postmaster().isEmpty()) {
                warnings.add("The CPU of the database is not seen: its server runs elsewhere.");
            }
            writeManifest(pinning, server);
            Environment environment = environmentReader.read(pinning);
            files.write(environment);
            progress.say("environment: grade %s%s"
                    .formatted(
                            environment.grade(),
                            environment.gradeReasons().isEmpty()
                                    ? ""
                                    : " (" + String.join("; ", environment.gradeReasons()) + ")"));
            progress.say("data: %d products, %d orders"
                    .formatted(plan.dataSet().products(), plan.dataSet().orders()));
            DataSet dataSet =
                    new DataSet(plan.dataSet().products(), plan.dataSet().orders());
            try (var databases = new RunDatabases(server, dataSet)) {
                return run(guard, work, pinning, server, databases);
            }
        }
    }

    private Database openDatabase(OrphanGuard guard) {
        return settings.databaseUrl()
                .<Database>map(ExternalDatabase::new)
                .orElseGet(() -> new EmbeddedDatabase(guard, folder().resolve("logs/postgresql.log")));
    }

    /** Why the campaign is not complete; empty when it is. */
    private String run(OrphanGuard guard, Path work, CpuPinning pinning, Database server, RunDatabases databases)
            throws InterruptedException {
        databases.prepare();
        String startupDatabase = databases.fresh();
        LoadData data = LoadData.read(databases.source(startupDatabase));
        String secret = secret();
        var launcher = new ServiceLauncher(settings.jdk(), guard, pinning, plan, server, settings.jars(), secret);
        var parity = new Gates.Parity(
                plan, settings.buildId(), settings.jdk().version(), pinning.serviceCores(), Pins.load());
        var checker = new ContractCheck(
                launcher,
                databases,
                data,
                parity,
                sides,
                conformance,
                settings.jdk(),
                secret,
                folder().resolve("logs"));
        for (Variant variant : Variant.values()) {
            String service = variant.wireName();
            progress.say("contract: holding " + service + " against it");
            ContractCheck.Outcome outcome = checker.check(service);
            conformed.add(service + ": " + outcome.summary());
            progress.say("          " + outcome.summary());
            if (!outcome.passed()) {
                return service + " does not hold the contract, so nothing was timed: " + withoutStop(outcome.summary());
            }
        }
        sides.differences().forEach(warnings::add);
        var contract = new GateRecord("contract", "", true, String.join("; ", conformed), "every check passes");
        var tools = new RunExecutor.Tools(
                settings.jdk(),
                settings.k6(),
                settings.script(),
                guard,
                pinning,
                server,
                databases,
                launcher,
                new TokenMint(secret));
        var executor = new RunExecutor(
                tools,
                plan,
                new Gates(limits),
                parity,
                sides,
                data,
                folder().resolve("logs"),
                work,
                settings.seed(),
                startupDatabase);
        try {
            return runs(executor, contract, server, databases);
        } finally {
            labCpuFraction = executor.labCpuFraction();
        }
    }

    private String runs(RunExecutor executor, GateRecord contract, Database server, RunDatabases databases)
            throws InterruptedException {
        Deque<PlannedRun> queue = new ArrayDeque<>(schedule);
        int allowed = Math.max(1, (int) Math.floor(limits.invalidRuns() * schedule.size()));
        int invalid = 0;
        int done = 0;
        while (!queue.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            PlannedRun planned = queue.peek();
            progress.begin(planned, done + 1, done + queue.size(), queue);
            queue.remove();
            done++;
            RunRecord run = executor.execute(planned, done, contract);
            files.write(run);
            progress.end(run);
            if (!run.valid()) {
                invalid++;
                if (invalid > allowed) {
                    return "%d runs were invalid, and the policy allows %d of %d; the last: %s"
                            .formatted(
                                    invalid,
                                    allowed,
                                    schedule.size(),
                                    withoutStop(run.invalidReasons().getFirst()));
                }
                // Whether or not the partner has run: the pair is made anew, so that its two halves stay neighbours.
                queue.removeIf(it -> it.kind() == planned.kind()
                        && it.block() == planned.block()
                        && it.attempt() == planned.attempt());
                queue.addAll(Schedule.repeat(planned));
            }
            if (!server.alive()) {
                recover(server, databases, executor);
            }
        }
        return missing();
    }

    private void recover(Database server, RunDatabases databases, RunExecutor executor) {
        progress.say("         PostgreSQL is gone: starting it anew and loading the data again");
        server.restart();
        databases.prepare();
        executor.useForStartups(databases.fresh());
    }

    /** The blocks that have no pair of valid runs; empty when none. */
    private String missing() {
        Map<String, Set<String>> valid = new TreeMap<>();
        for (RunRecord run : files.runs()) {
            if (run.valid()) {
                valid.computeIfAbsent(
                                run.kind() + " block " + run.block() + " attempt " + run.attempt(),
                                it -> new HashSet<>())
                        .add(run.service());
            }
        }
        Set<String> whole = valid.entrySet().stream()
                .filter(it -> it.getValue().size() == Variant.values().length)
                .map(it -> it.getKey().substring(0, it.getKey().indexOf(" attempt")))
                .collect(Collectors.toSet());
        List<String> missing = schedule.stream()
                .map(it -> it.kind() + " block " + it.block())
                .distinct()
                .filter(it -> !whole.contains(it))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toList();
        return missing.isEmpty() ? "" : "no pair of valid runs for " + String.join(", ", missing);
    }

    private void writeManifest(CpuPinning pinning, Database server) {
        Map<String, String> tools = new TreeMap<>();
        tools.put("jdk", settings.jdk().version());
        tools.put("k6", settings.k6().version());
        tools.put("postgresql", server.version());
        files.write(new Manifest(
                RunRecord.SCHEMA_VERSION,
                folder().getFileName().toString(),
                Timestamps.format(Instant.now()),
                settings.commit(),
                settings.buildId(),
                plan.name(),
                settings.plan().yaml(),
                sha256(settings.plan().yaml()),
                settings.policy().yaml(),
                sha256(settings.policy().yaml()),
                settings.seed(),
                schedule,
                ServiceLauncher.flags(plan, pinning.serviceCores()),
                tools));
    }

    private CampaignEnd end(String reason) {
        double steal = environmentReader.steal().shareSince(stealBefore);
        if (steal > STEAL_WORTH_TELLING) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The hypervisor gave %.1f %% of the CPU time to others: a noisy neighbour.",
                    100 * steal));
        }
        var end = new CampaignEnd(
                RunRecord.SCHEMA_VERSION,
                Timestamps.format(Instant.now()),
                reason.isEmpty(),
                reason,
                List.copyOf(conformed),
                List.copyOf(warnings),
                ProcFiles.peakRssKib(ProcessHandle.current().pid()).orElse(0L) / 1024.0,
                labCpuFraction);
        files.write(end);
        return end;
    }

    private void endAsFarAsPossible(String reason) {
        try {
            end(reason);
        } catch (UncheckedIOException e) {
            // The disk is what failed; the message that ends the command says so.
            warnings.add(e.getMessage());
        }
    }

    private String runsSoFar() {
        return "%d of %d planned runs".formatted(files.runs().size(), schedule.size());
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String sentence(Exception e) {
        String text = String.valueOf(e.getMessage()).strip();
        String upper = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
