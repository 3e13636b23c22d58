package dev.twinlab.lab.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory of the service process, from {@code /proc/<pid>/smaps_rollup}, with only one of the two services running.
 *
 * @param moments at {@code ready}, {@code idle}, {@code load} (median of the series over the measured cells) and
 *     {@code after}
 * @param series one sample a second
 */
public record MemoryRecord(List<Moment> moments, List<Sample> series) {
    public static final String READY = "ready";
    public static final String IDLE = "idle";
    public static final String LOAD = "load";
    public static final String AFTER = "after";

    /**
     * Memory at one moment.
     *
     * @param moment one of the constants
     * @param rssKib resident set, KiB, shared pages counted fully
     * @param pssKib proportional set, KiB
     * @param anonymousKib anonymous pages, KiB
     * @param heapUsedAfterGcKib heap used after a full collection, KiB; null where none was forced (under load)
     * @param threads platform threads of the process
     */
    public record Moment(
            String moment,
            long rssKib,
            long pssKib,
            long anonymousKib,
            @Nullable Long heapUsedAfterGcKib,
            int threads) {}

    /**
     * One sample of the series.
     *
     * @param atMs since the spawn, milliseconds
     * @param rssKib resident set, KiB
     * @param pssKib proportional set, KiB
     * @param anonymousKib anonymous pages, KiB
     * @param phase what ran: {@code idle}, {@code warmup}, a cell's name, {@code after}
     */
    public record Sample(long atMs, long rssKib, long pssKib, long anonymousKib, String phase) {}
}
