package dev.twinlab.lab.run;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.tool.Database;
import dev.twinlab.lab.tool.FreePorts;
import dev.twinlab.lab.tool.JdkFinder.Jdk;
import dev.twinlab.lab.tool.OrphanGuard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts either service in the same way: the same JVM, flags, cores and settings; only the jar differs. */
final class ServiceLauncher {
    /** Off-heap buffers: more than either service ever asks for, and the same bound for both. */
    private static final int DIRECT_MEMORY_MIB = 64;

    private final Jdk jdk;
    private final OrphanGuard guard;
    private final CpuPinning pinning;
    private final Plan plan;
    private final Database database;
    private final Map<String, Path> jars;
    private final String jwtSecret;
    private final List<String> moreFlags;

    /**
     * @param jars by service
     * @param jwtSecret of HS256
     */
    ServiceLauncher(
            Jdk jdk,
            OrphanGuard guard,
            CpuPinning pinning,
            Plan plan,
            Database database,
            Map<String, Path> jars,
            String jwtSecret) {
        this(jdk, guard, pinning, plan, database, jars, jwtSecret, List.of());
    }

    /**
     * @param jars by service
     * @param jwtSecret of HS256
     * @param moreFlags of the JVM, after those of every service process
     */
    ServiceLauncher(
            Jdk jdk,
            OrphanGuard guard,
            CpuPinning pinning,
            Plan plan,
            Database database,
            Map<String, Path> jars,
            String jwtSecret,
            List<String> moreFlags) {
        this.jdk = jdk;
        this.guard = guard;
        this.pinning = pinning;
        this.plan = plan;
        this.database = database;
        this.jars = Map.copyOf(jars);
        this.jwtSecret = jwtSecret;
        this.moreFlags = List.copyOf(moreFlags);
    }

    /**
     * A started service.
     *
     * @param process alive, or already ended
     * @param port of the API
     * @param managementPort of health and version
     */
    record Launched(ServiceProcess process, int port, int managementPort) implements AutoCloseable {
        String baseUrl() {
            return "http://127.0.0.1:" + port;
        }

        String managementUrl() {
            return "http://127.0.0.1:" + managementPort;
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** The flags that every service process gets. */
    static List<String> flags(Plan plan, int serviceCores) {
        return List.of(
                "-Xms" + plan.heapMib() + "m",
                "-Xmx" + plan.heapMib() + "m",
                plan.collector().flag(),
                "-XX:ActiveProcessorCount=" + serviceCores,
                "-XX:MaxDirectMemorySize=" + DIRECT_MEMORY_MIB + "m");
    }

    Launched launch(String service, String databaseName, Path log) {
        int port = FreePorts.pick();
        int managementPort = FreePorts.pick();
        while (managementPort == port) {
            managementPort = FreePorts.pick();
        }
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(flags(plan, pinning.serviceCores()));
        command.addAll(moreFlags);
        command.add("-jar");
        command.add(jars.get(service).toString());

        Map<String, String> settings = new HashMap<>();
        // No developer's .env may change what is measured.
        settings.put(SettingNames.ENVIRONMENT, "test");
        settings.put(SettingNames.HTTP_PORT, Integer.toString(port));
        settings.put(SettingNames.MANAGEMENT_PORT, Integer.toString(managementPort));
        settings.put(SettingNames.DB_URL, database.url(databaseName));
        settings.put(SettingNames.DB_USER, database.user());
        settings.put(SettingNames.DB_PASSWORD, database.password());
        settings.put(SettingNames.DB_POOL_SIZE, Integer.toString(plan.poolSize()));
        settings.put(SettingNames.JWT_SECRET, jwtSecret);
        settings.put(SettingNames.LOG_LEVEL, "WARN");
        return new Launched(
                ServiceProcess.spawn(guard, pinning.servicePrefix(), command, settings, log), port, managementPort);
    }
}
