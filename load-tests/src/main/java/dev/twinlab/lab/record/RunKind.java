package dev.twinlab.lab.record;

/** What one run measures. */
public enum RunKind {
    /** One process start, then stop: time, CPU and memory at ready. */
    STARTUP,
    /** One process start, warm-up and every cell of the plan. */
    LOAD
}
