package dev.twinlab.lab.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.tool.K6Finder.K6;
import dev.twinlab.lab.tool.OrphanGuard;
import dev.twinlab.lab.tool.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One k6 process: warm-up and cells against one service. */
final class K6Run implements AutoCloseable {
    /** Asked of k6 for every phase; what the sample does not support is dropped afterwards. */
    static final List<String> PERCENTILES = List.of(
            "1", "2", "5", "10", "20", "25", "30", "40", "50", "60", "70", "75", "80", "85", "90", "92.5", "95", "96",
            "97", "98", "99", "99.2", "99.5", "99.8", "99.9", "99.95", "99.98", "99.99");

    /** Less than the pause between two phases, so that they never overlap. */
    private static final int GRACEFUL_STOP_MS = Plan.GAP_MS - 100;

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long POLL_MS = 100;

    private final Process process;
    private final OrphanGuard guard;
    private final Path summary;
    private final Path log;

    private K6Run(Process process, OrphanGuard guard, Path summary, Path log) {
        this.process = process;
        this.guard = guard;
        this.summary = summary;
        this.log = log;
    }

    /**
     * What to send where.
     *
     * @param baseUrl of the service, without a slash at its end
     * @param token for the writes
     * @param seed decides every request; the same for both services
     * @param connections virtual users; each keeps one connection
     * @param phases in the order of their start
     * @param data keys of rows that are there
     */
    record Load(
            String baseUrl, String token, long seed, int connections, List<K6Timeline.Phase> phases, LoadData data) {}

    /**
     * How it ended.
     *
     * @param summaries by the id of their phases; empty when it failed
     * @param failure why there are none, as one sentence without its full stop; empty when it went well
     */
    record Outcome(Map<String, K6Summary> summaries, String failure) {
        static Outcome failed(String reason) {
            return new Outcome(Map.of(), reason);
        }
    }

    /**
     * Starts k6.
     *
     * @param script {@code load.js}
     * @param folder for its configuration and summary; temporary
     * @param log gets what it prints
     */
    static K6Run start(OrphanGuard guard, K6 k6, Path script, Load load, Path folder, Path log) {
        Path data = folder.resolve("data.json");
        Path config = folder.resolve("config.json");
        Path summary = folder.resolve("summary.json");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("baseUrl", load.baseUrl());
        values.put("token", load.token());
        values.put("seed", load.seed());
        values.put("connections", load.connections());
        values.put("timeout", "5s");
        values.put("gracefulStopMs", GRACEFUL_STOP_MS);
        values.put("dataFile", data.toString());
        values.put("summaryFile", summary.toString());
        values.put("percentiles", PERCENTILES);
        values.put("phases", load.phases());
        try {
            Files.deleteIfExists(summary);
            JSON.writeValue(
                    data.toFile(),
                    Map.of(
                            "skus", load.data().skus(),
                            "categories", load.data().categories(),
                            "orders", load.data().orders(),
                            "customers", load.data().customers()));
            JSON.writeValue(config.toFile(), values);
            var builder = new ProcessBuilder(
                            k6.binary().toString(),
                            "run",
                            "--quiet",
                            "--no-color",
                            "--no-usage-report",
                            "--address",
                            "",
                            script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().put("TWINLAB_CONFIG", config.toString());
            // k6 would look on the network for extensions that a script imports.
            builder.environment().put("K6_AUTO_EXTENSION_RESOLUTION", "false");
            Process process = builder.start();
            guard.entrust(process.pid());
            return new K6Run(process, guard, summary, log);
        } catch (IOException e) {
            throw new LabFailure("k6 cannot be started: " + e.getMessage() + ".", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits for its end.
     *
     * @param trouble asked ten times a second; what it tells ends the wait
     * @param limit after that it is killed
     */
    Outcome await(Supplier<Optional<String>> trouble, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
            Optional<String> reason = trouble.get();
            if (reason.isPresent()) {
                return Outcome.failed(reason.get());
            }
            if (System.nanoTime() > deadline) {
                return Outcome.failed("k6 had not ended after %d s".formatted(limit.toSeconds()));
            }
        }
        int code = process.exitValue();
        if (code != 0) {
            return Outcome.failed(
                    code > 128
                            ? "k6 was killed by signal " + (code - 128)
                            : "k6 ended with exit code %d: %s".formatted(code, lastLine()));
        }
        try {
            Map<String, K6Summary> summaries = new LinkedHashMap<>();
            for (K6Summary phase : JSON.readValue(summary.toFile(), K6Summary[].class)) {
                summaries.put(phase.id(), phase);
            }
            return new Outcome(summaries, "");
        } catch (IOException e) {
            return Outcome.failed("k6 left no summary that can be read: " + e.getMessage());
        }
    }

    private String lastLine() {
        try (var lines = Files.lines(log)) {
            return lines.filter(it -> !it.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("it printed nothing");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    /** Kills it where it still runs. */
    @Override
    public void close() {
        Processes.kill(process);
        guard.release(process.pid());
    }
}
