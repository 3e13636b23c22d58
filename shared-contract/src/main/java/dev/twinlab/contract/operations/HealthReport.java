package dev.twinlab.contract.operations;

import java.util.List;

/**
 * The answer of the probes: 200 for UP and DEGRADED, 503 for DOWN.
 *
 * @param status UP, DEGRADED or DOWN
 * @param checks what was looked at; empty for live and started
 */
public record HealthReport(String status, List<Check> checks) {
    public static final String UP = "UP";
    public static final String DEGRADED = "DEGRADED";
    public static final String DOWN = "DOWN";

    /** Names of the checks of {@code /health/ready}. */
    public static final String CHECK_DATABASE = "database";

    public static final String CHECK_SCHEMA = "schema";
    public static final String CHECK_DRAINING = "draining";

    /**
     * One check.
     *
     * @param name what was checked
     * @param status UP, DEGRADED or DOWN
     * @param latencyMs how long the check took, milliseconds
     */
    public record Check(String name, String status, double latencyMs) {}
}
