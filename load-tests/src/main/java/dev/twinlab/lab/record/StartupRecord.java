package dev.twinlab.lab.record;

/**
 * How one process came up; the clock is monotonic and starts immediately before the spawn.
 *
 * @param toFirstResponseMs to the end of the first correct body of {@code GET /products/{sku}}, milliseconds
 * @param toReadyMs to the first 200 of {@code /health/ready}, milliseconds
 * @param cpuSecondsToReady user and system time of the process at that moment, seconds
 */
public record StartupRecord(double toFirstResponseMs, double toReadyMs, double cpuSecondsToReady) {}
