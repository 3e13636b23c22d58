package dev.twinlab.lab.run;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.plan.Plan;
import dev.twinlab.lab.run.StartupProbe.Expected;
import dev.twinlab.lab.tool.Folders;
import dev.twinlab.lab.tool.K6Finder.K6;
import dev.twinlab.lab.tool.OrphanGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What the lab's instrument, k6 and the reading of its summary, adds to what it measures. */
public final class InstrumentCheck {
    /** Larger of the two: 2 % of the truth, or half a millisecond. */
    private static final double RELATIVE = 0.02;

    private static final double ABSOLUTE_MS = 0.5;
    private static final int CONNECTIONS = 50;
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final long SEED = 41;

    private final K6 k6;
    private final Path script;
    private final double rate;
    private final int seconds;

    /**
     * One percentile.
     *
     * @param percentile 0..100, as k6 names it
     * @param trueMs what the stub waited
     * @param toldMs what the lab would report
     */
    public record Reading(String percentile, double trueMs, double toldMs) {
        public double errorMs() {
            return toldMs - trueMs;
        }

        /** Whether it is within 2 % or 0.5 ms of the truth, whichever is larger. */
        public boolean accurate() {
            return Math.abs(errorMs()) <= Math.max(ABSOLUTE_MS, RELATIVE * trueMs);
        }
    }

    /**
     * Sets it up.
     *
     * @param script {@code load.js}
     * @param rate requests a second
     * @param seconds of load, 1..3600
     */
    public InstrumentCheck(K6 k6, Path script, double rate, int seconds) {
        this.k6 = k6;
        this.script = script;
        this.rate = rate;
        this.seconds = seconds;
    }

    /** Every percentile that the sample supports, of a stub whose delays are known. */
    public List<Reading> accuracy() throws InterruptedException {
        var delays = new KnownDelays((int) Math.round(rate * seconds), SEED);
        List<Reading> readings = new ArrayList<>();
        measure(delays)
                .forEach((percentile, ms) ->
                        readings.add(new Reading(percentile, delays.percentileMs(Double.parseDouble(percentile)), ms)));
        readings.sort(Comparator.comparingDouble(it -> Double.parseDouble(it.percentile())));
        return List.copyOf(readings);
    }

    /** The floor: percentiles, in ms, of a stub that answers at once. Less than these is nothing that k6 can see. */
    public Map<String, Double> floor() throws InterruptedException {
        return measure(() -> 0);
    }

    private Map<String, Double> measure(LongSupplier delays) throws InterruptedException {
        var plan = new Plan(
                "instrument",
                0,
                1,
                new Plan.DataSize(1, 1),
                64,
                Plan.Collector.G1,
                CONNECTIONS,
                1,
                0,
                0,
                new Plan.Warmup(1, 1, 1, 1),
                List.of(new Plan.Cell("ping", rate, seconds)));
        // The warm-up's requests would use up delays that belong to the measured ones.
        List<K6Timeline.Phase> phases = K6Timeline.of(plan).stream()
                .filter(it -> !it.id().startsWith("warmup"))
                .toList();
        var nothing = new LoadData(
                List.of("none"), List.of("none"), List.of("none"), List.of("none"), new Expected("none", 0));
        try (OrphanGuard guard = OrphanGuard.start();
                var stub = new StubService(delays)) {
            Path work = Files.createTempDirectory("twinlab-instrument-");
            guard.entrust(work);
            try (K6Run run = K6Run.start(
                    guard,
                    k6,
                    script,
                    new K6Run.Load(stub.baseUrl(), "", SEED, CONNECTIONS, phases, nothing),
                    work,
                    work.resolve("k6.log"))) {
                K6Run.Outcome outcome =
                        run.await(Optional::empty, plan.loadTime().plus(MARGIN));
                if (!outcome.failure().isEmpty()) {
                    throw new LabFailure("The instrument cannot be checked: " + outcome.failure() + ".");
                }
                K6Summary summary = outcome.summaries().get(K6Timeline.cellId(0));
                if (summary.failed() > 0 || summary.dropped() > 0) {
                    throw new LabFailure(
                            "The instrument cannot be checked: %d of %d requests failed and %d were not sent."
                                    .formatted(summary.failed(), summary.requests(), summary.dropped()));
                }
                return new LinkedHashMap<>(summary.supportedPercentilesMs());
            } finally {
                Folders.deleteQuietly(work);
                guard.release(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary folder cannot be made: " + e, e);
        }
    }
}
