package dev.twinlab.lab.run;

import dev.twinlab.lab.record.MemoryRecord;
import dev.twinlab.lab.run.ProcFiles.Memory;
import dev.twinlab.lab.run.ProcSampler.MemorySample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Names what ran at each sample of a run, and finds the memory under load. */
final class MemorySeries {
    private static final String IDLE = "idle";
    private static final String WARMUP = "warmup";
    private static final String AFTER = "after";

    private final long spawnedAtMs;
    private final List<Window> windows;

    /**
     * Something that k6 did.
     *
     * @param phase {@code warmup} or the name of a cell
     * @param measured whether it is a cell
     * @param fromMs wall clock, milliseconds since 1970
     * @param toMs the same
     */
    record Window(String phase, boolean measured, double fromMs, double toMs) {
        static Window warmup(double fromMs, double toMs) {
            return new Window(WARMUP, false, fromMs, toMs);
        }

        static Window cell(String name, double fromMs, double toMs) {
            return new Window(name, true, fromMs, toMs);
        }

        boolean holds(long atMs) {
            return atMs >= fromMs && atMs < toMs;
        }
    }

    /** @param windows in the order of time */
    MemorySeries(long spawnedAtMs, List<Window> windows) {
        this.spawnedAtMs = spawnedAtMs;
        this.windows = List.copyOf(windows);
    }

    List<MemoryRecord.Sample> samples(List<MemorySample> seen) {
        return seen.stream()
                .map(it -> new MemoryRecord.Sample(
                        it.atMs() - spawnedAtMs,
                        it.memory().rssKib(),
                        it.memory().pssKib(),
                        it.memory().anonymousKib(),
                        phase(it.atMs())))
                .toList();
    }

    /** The median of each number over the measured windows; empty where no sample fell into one. */
    Optional<MemoryRecord.Moment> underLoad(List<MemorySample> seen) {
        List<Memory> loaded = seen.stream()
                .filter(it -> windows.stream().anyMatch(window -> window.measured() && window.holds(it.atMs())))
                .map(MemorySample::memory)
                .toList();
        return loaded.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemoryRecord.Moment(
                        MemoryRecord.LOAD,
                        median(loaded, Memory::rssKib),
                        median(loaded, Memory::pssKib),
                        median(loaded, Memory::anonymousKib),
                        null,
                        (int) median(loaded, Memory::threads)));
    }

    private String phase(long atMs) {
        for (Window window : windows) {
            if (window.holds(atMs)) {
                return window.phase();
            }
        }
        return !windows.isEmpty() && atMs >= windows.getLast().toMs() ? AFTER : IDLE;
    }

    private static long median(List<Memory> values, ToLongFunction<Memory> part) {
        long[] sorted = values.stream().mapToLong(part).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
