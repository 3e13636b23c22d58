package dev.twinlab.lab.run;

import dev.twinlab.contract.operations.VersionInfo;
import dev.twinlab.lab.record.GateRecord;
import dev.twinlab.lab.run.ServiceLauncher.Launched;
import dev.twinlab.lab.run.Sides.Side;
import dev.twinlab.lab.tool.JdkFinder.Jdk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Before anything is timed: starts a service once, holds it against the contract and against the other side. What fails here
 * would fail in every run.
 */
final class ContractCheck {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final ServiceLauncher launcher;
    private final RunDatabases databases;
    private final LoadData data;
    private final Gates.Parity parity;
    private final Sides sides;
    private final Conformance conformance;
    private final Jdk jdk;
    private final String jwtSecret;
    private final Path logs;

    ContractCheck(
            ServiceLauncher launcher,
            RunDatabases databases,
            LoadData data,
            Gates.Parity parity,
            Sides sides,
            Conformance conformance,
            Jdk jdk,
            String jwtSecret,
            Path logs) {
        this.launcher = launcher;
        this.databases = databases;
        this.data = data;
        this.parity = parity;
        this.sides = sides;
        this.conformance = conformance;
        this.jdk = jdk;
        this.jwtSecret = jwtSecret;
        this.logs = logs;
    }

    /**
     * What came out.
     *
     * @param summary one line
     */
    record Outcome(boolean passed, String summary) {}

    Outcome check(String service) throws InterruptedException {
        String database = databases.fresh();
        Path log = logs.resolve("contract-" + service + ".log");
        try (Launched launched = launcher.launch(service, database, log)) {
            return check(service, launched, log);
        } finally {
            databases.drop(database);
        }
    }

    private Outcome check(String service, Launched launched, Path log) throws InterruptedException {
        ServiceProcess process = launched.process();
        boolean ready = new StartupProbe(launched.port(), launched.managementPort(), data.first())
                .await(process.spawnedAtNanos(), process.pid(), process::alive, START_LIMIT)
                .isPresent();
        if (!ready) {
            return new Outcome(
                    false,
                    (process.alive()
                                    ? "no correct answer within " + START_LIMIT.toSeconds() + " s"
                                    : "it " + process.ending() + " while starting")
                            + "; see " + log);
        }
        Optional<VersionInfo> version = RunExecutor.version(launched);
        Optional<LiveJvm.Visit> visit = new LiveJvm(jdk, process.pid()).collectAndRead();
        if (version.isEmpty() || visit.isEmpty()) {
            return new Outcome(
                    false, version.isEmpty() ? "/version cannot be read" : "the live JVM does not answer jcmd");
        }
        var self = new Side(version.get(), visit.get().flags());
        List<GateRecord> gates = Gates.process(parity, service, self, sides.other(service));
        sides.learn(service, self);
        List<String> reasons = Gates.reasons(gates);
        if (!reasons.isEmpty()) {
            return new Outcome(false, String.join(" ", reasons));
        }
        Conformance.Result result = conformance.check(
                URI.create(launched.baseUrl()), Optional.of(URI.create(launched.managementUrl())), jwtSecret);
        process.stop(STOP_LIMIT);
        return new Outcome(result.passed(), result.summary());
    }
}
