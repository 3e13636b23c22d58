package dev.twinlab.lab.analyse;

import dev.twinlab.lab.record.RunKind;

/**
 * A number that every run of a kind gives once. Lower is better for all of them.
 *
 * @param id stable, such as {@code latency.mixed.high.p99_ms}
 * @param label for people
 * @param unit of the value; empty for a count
 * @param kind the runs that it is taken from
 */
public record Metric(String id, String label, String unit, RunKind kind) {}
