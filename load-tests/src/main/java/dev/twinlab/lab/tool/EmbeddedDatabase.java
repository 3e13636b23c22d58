package dev.twinlab.lab.tool;

import dev.twinlab.lab.LabFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL from its Maven artifact, in a temporary folder that goes with it. Durability stays on (a commit waits for its
 * write-ahead log to reach the disk): an order that is answered is kept, as in production.
 */
public final class EmbeddedDatabase implements Database {
    /** Fixed, and recorded with every campaign. */
    public static final Map<String, String> SETTINGS = settings();

    private static final String USER = "postgres";
    private static final String OWNER = "owner";
    private static final Duration START = Duration.ofSeconds(60);

    private final OrphanGuard guard;
    private final Path log;
    private @Nullable EmbeddedPostgres server;
    private @Nullable Path folder;
    private int port;
    private long postmaster;
    private String version = "";

    /**
     * Starts a server.
     *
     * @param guard cleans up when the lab is killed
     * @param log where the server writes what it has to say
     */
    public EmbeddedDatabase(OrphanGuard guard, Path log) {
        this.guard = guard;
        this.log = log;
        sweep(home());
        start();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("shared_buffers", "256MB");
        settings.put("max_connections", "100");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        // Each run forces its checkpoint before it measures; none falls into a window.
        settings.put("checkpoint_timeout", "1h");
        settings.put("max_wal_size", "4GB");
        // A clone lives for a minute or two, vacuumed and analysed when its template was loaded.
        settings.put("autovacuum", "off");
        settings.put("timezone", "UTC");
        return settings;
    }

    private static Path home() {
        return Path.of(System.getProperty("java.io.tmpdir"), "twinlab-" + System.getProperty("user.name"));
    }

    private void start() {
        try {
            Path made = Files.createTempDirectory(Files.createDirectories(home()), "pg-");
            folder = made;
            guard.entrust(made);
            long self = ProcessHandle.current().pid();
            Files.writeString(
                    made.resolve(OWNER), self + " " + Processes.startTicks(self).orElse(0));
            port = FreePorts.pick();
            File output = log.toFile();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    // Of this user alone: what another one has unpacked cannot be locked, or trusted.
                    .setOverrideWorkingDirectory(home().resolve("binaries").toFile())
                    .setDataDirectory(made.resolve("data"))
                    .setCleanDataDirectory(true)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(output))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(output));
            SETTINGS.forEach(builder::setServerConfig);
            server = builder.start();
            postmaster = Long.parseLong(Files.readAllLines(made.resolve("data/postmaster.pid"))
                    .getFirst()
                    .strip());
            guard.entrust(postmaster);
            version = ServerVersion.read(url(maintenanceName()), user(), password())
                    .text();
        } catch (IOException | SQLException | RuntimeException e) {
            close();
            throw new LabFailure(
                    "The embedded PostgreSQL does not start (%s): see %s, or give a server of version 18 with --db jdbc:postgresql://host/postgres?user=…&password=…."
                            .formatted(e.getMessage(), log),
                    e);
        }
    }

    @Override
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String maintenanceName() {
        return "postgres";
    }

    @Override
    public OptionalLong postmaster() {
        return OptionalLong.of(postmaster);
    }

    @Override
    public boolean alive() {
        return Processes.lives(postmaster);
    }

    @Override
    public void restart() {
        close();
        start();
    }

    @Override
    public void close() {
        Path used = folder;
        if (used == null) {
            return;
        }
        try {
            if (server != null && alive()) {
                server.close();
            }
        } catch (IOException e) {
            // It does not stop by itself; killed below.
            version = "";
        }
        server = null;
        folder = null;
        kill(used);
        if (postmaster != 0) {
            guard.release(postmaster);
            postmaster = 0;
        }
        Folders.deleteQuietly(used);
        guard.release(used);
    }

    /** Ends servers whose lab was killed, and removes their folders. */
    private static void sweep(Path home) {
        if (!Files.isDirectory(home)) {
            return;
        }
        try (var folders = Files.list(home)) {
            folders.filter(it -> it.getFileName().toString().startsWith("pg-"))
                    .filter(it -> !owned(it))
                    .forEach(it -> {
                        kill(it);
                        Folders.deleteQuietly(it);
                    });
        } catch (IOException unreadable) {
            // Somebody else's folder; a new one is made beside it.
            return;
        }
    }

    private static boolean owned(Path folder) {
        try {
            String[] owner = Files.readString(folder.resolve(OWNER)).split(" ");
            OptionalLong ticks = Processes.startTicks(Long.parseLong(owner[0]));
            return ticks.isPresent() && ticks.getAsLong() == Long.parseLong(owner[1]);
        } catch (IOException | RuntimeException none) {
            // Made by a lab that is just starting, or left by one that died at once: young ones are let be.
            return Processes.youngerThan(folder, Duration.ofMinutes(1));
        }
    }

    private static void kill(Path folder) {
        Path data = folder.resolve("data");
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.getFirst().strip());
            String[] command =
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0");
            // The pid may have been given to somebody else since.
            if (Arrays.asList(command).contains(data.toString())) {
                ProcessHandle.of(pid).ifPresent(it -> {
                    List<ProcessHandle> all = it.descendants().toList();
                    it.destroyForcibly();
                    all.forEach(ProcessHandle::destroyForcibly);
                });
            }
        } catch (IOException | RuntimeException gone) {
            // No such file or process: it has stopped by itself.
            return;
        }
    }
}
