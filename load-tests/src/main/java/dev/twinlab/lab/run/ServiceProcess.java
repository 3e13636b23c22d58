package dev.twinlab.lab.run;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.tool.OrphanGuard;
import dev.twinlab.lab.tool.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One live process of one service. */
final class ServiceProcess implements AutoCloseable {
    /** Of the lab's environment, the service sees these only: what else is set here must not reach one of the two. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL");

    private final Process process;
    private final OrphanGuard guard;
    private final long spawnedAtNanos;
    private final long spawnedAtMs;

    private ServiceProcess(Process process, OrphanGuard guard, long spawnedAtNanos, long spawnedAtMs) {
        this.process = process;
        this.guard = guard;
        this.spawnedAtNanos = spawnedAtNanos;
        this.spawnedAtMs = spawnedAtMs;
    }

    /**
     * Starts it; the clock of the start-up begins here.
     *
     * @param prefix goes before the command, such as {@code taskset -c 1}
     * @param settings its whole environment beside the few names that a process needs
     * @param log gets what it prints
     */
    static ServiceProcess spawn(
            OrphanGuard guard, List<String> prefix, List<String> command, Map<String, String> settings, Path log) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(settings);
        try {
            long ms = System.currentTimeMillis();
            long nanos = System.nanoTime();
            Process process = builder.start();
            guard.entrust(process.pid());
            return new ServiceProcess(process, guard, nanos, ms);
        } catch (IOException e) {
            throw new LabFailure("'%s' cannot be started: %s.".formatted(whole.getFirst(), e.getMessage()), e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** {@link System#nanoTime()} immediately before the spawn. */
    long spawnedAtNanos() {
        return spawnedAtNanos;
    }

    /** The wall clock then, milliseconds since 1970. */
    long spawnedAtMs() {
        return spawnedAtMs;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** How it ended, as the middle of a sentence; it must have ended. */
    String ending() {
        int code = process.exitValue();
        return code > 128 ? "was killed by signal " + (code - 128) : "ended with exit code " + code;
    }

    /** Asks it to stop and waits. Its exit code, or -1 when it had to be killed. */
    int stop(Duration limit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return -1;
        }
        guard.release(process.pid());
        return process.exitValue();
    }

    /** Kills it where it still lives. */
    @Override
    public void close() {
        Processes.kill(process);
        guard.release(process.pid());
    }
}
