package dev.twinlab.lab.run;

import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.plan.PlanSource;
import dev.twinlab.lab.run.ServiceLauncher.Launched;
import dev.twinlab.lab.tool.EmbeddedDatabase;
import dev.twinlab.lab.tool.JdkFinder;
import dev.twinlab.lab.tool.OrphanGuard;
import dev.twinlab.migrations.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged services, each on a fresh copy of the loaded database. */
final class RealServices implements AutoCloseable {
    static final String SECRET = "a-secret-for-tests-of-32-bytes-or-more";
    static final Map<String, Path> JARS = Map.of("helidon", jar("helidon"), "micronaut", jar("micronaut"));
    static final List<String> NAMES = List.of("helidon", "micronaut");

    private final Path logs;
    private final OrphanGuard guard = OrphanGuard.start();
    private final EmbeddedDatabase server;
    private final RunDatabases databases;
    private final ServiceLauncher launcher;
    private final LoadData data;
    private final List<Launched> launched = new ArrayList<>();

    RealServices(Path logs) throws InterruptedException {
        this.logs = logs;
        this.server = new EmbeddedDatabase(guard, logs.resolve("postgresql.log"));
        this.databases = new RunDatabases(server, DataSet.SMALL);
        databases.prepare();
        PlanSource tiny = PlanSource.plan("tiny");
        this.launcher = new ServiceLauncher(
                JdkFinder.find(),
                guard,
                CpuPinning.apply(List.of()),
                Plan.parse(tiny.source(), tiny.yaml()),
                server,
                JARS,
                SECRET);
        String copy = databases.fresh();
        this.data = LoadData.read(databases.source(copy));
        databases.drop(copy);
    }

    /** Starts a service on a fresh database and waits until it is ready. */
    Launched start(String service) throws InterruptedException {
        Path log = logs.resolve(service + '-' + launched.size() + ".log");
        Launched started = launcher.launch(service, databases.fresh(), log);
        launched.add(started);
        boolean ready = new StartupProbe(started.port(), started.managementPort(), data.first())
                .await(
                        started.process().spawnedAtNanos(),
                        started.process().pid(),
                        started.process()::alive,
                        Duration.ofSeconds(90))
                .isPresent();
        if (!ready) {
            throw new AssertionError(service + " did not become ready: " + read(log));
        }
        return started;
    }

    private static Path jar(String service) {
        return TestTools.ROOT.resolve(service + "-service/target/" + service + "-service.jar");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        launched.forEach(Launched::close);
        databases.close();
        server.close();
        guard.close();
    }
}
