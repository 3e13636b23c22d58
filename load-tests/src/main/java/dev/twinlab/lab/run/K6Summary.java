package dev.twinlab.lab.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code load.js} says of one phase.
 *
 * @param id of the phase
 * @param startedAtMs wall clock when k6 began it, milliseconds since 1970; 0 when it never did
 * @param requests iterations that came to their end
 * @param failed of them, without the expected status
 * @param dropped iterations that could not start
 * @param connects of them, over a connection that had to be opened
 * @param lagP99Ms how late iterations started, 99th percentile, milliseconds
 * @param answered requests with any answer: the sample of the latencies
 * @param meanMs latency, milliseconds
 * @param maxMs latency, milliseconds
 * @param percentilesMs latency by percentile, milliseconds, whether the sample supports it or not
 */
record K6Summary(
        String id,
        double startedAtMs,
        long requests,
        long failed,
        long dropped,
        long connects,
        double lagP99Ms,
        long answered,
        double meanMs,
        double maxMs,
        Map<String, Double> percentilesMs) {
    private static final int BEYOND_MIN = 10;

    /** The percentiles with at least ten answers beyond them: what is deeper is noise. */
    Map<String, Double> supportedPercentilesMs() {
        Map<String, Double> supported = new LinkedHashMap<>();
        percentilesMs.forEach((percentile, ms) -> {
            double beyond = answered * (100 - Double.parseDouble(percentile)) / 100;
            if (beyond + 1e-6 >= BEYOND_MIN) {
                supported.put(percentile, ms);
            }
        });
        return supported;
    }
}
