package dev.twinlab.lab.record;

import java.util.Map;

/**
 * One scenario at one offered rate in one run.
 *
 * @param name scenario and rate, such as {@code mixed@300}
 * @param scenario {@code ping}, {@code browse}, {@code order} or {@code mixed}
 * @param rate offered rate, iterations a second; one iteration is one request
 * @param durationSeconds length of the measured window, seconds
 * @param requests requests answered in the window
 * @param failed requests without the expected status
 * @param dropped iterations that k6 could not start
 * @param lagP99Ms 99th percentile of how late iterations started against the schedule, milliseconds
 * @param percentilesMs latency by percentile, milliseconds; keys are the percentiles as text ("1" to "99.99"), no deeper
 *     than the sample supports
 * @param meanMs mean latency, milliseconds
 * @param maxMs largest latency, milliseconds
 * @param meanInFlight mean number of requests in flight, from the sum of latencies over the window
 * @param serviceCpuSeconds CPU time of the service over the window, seconds
 * @param serviceCpuFraction that, over the window and the cores it may use; 0..1
 * @param k6CpuFraction CPU of k6 over the cores it may use; 0..1
 * @param databaseCpuFraction CPU of PostgreSQL over the cores it may use; 0..1
 */
public record CellRecord(
        String name,
        String scenario,
        double rate,
        double durationSeconds,
        long requests,
        long failed,
        long dropped,
        double lagP99Ms,
        Map<String, Double> percentilesMs,
        double meanMs,
        double maxMs,
        double meanInFlight,
        double serviceCpuSeconds,
        double serviceCpuFraction,
        double k6CpuFraction,
        double databaseCpuFraction) {

    /** CPU of the service per thousand requests, seconds. */
    public double cpuSecondsPer1000() {
        return requests == 0 ? Double.NaN : 1000 * serviceCpuSeconds / requests;
    }

    /** The name of a cell. */
    public static String name(String scenario, double rate) {
        return scenario + '@' + (rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate));
    }
}
