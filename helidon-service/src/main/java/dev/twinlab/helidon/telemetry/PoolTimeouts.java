package dev.twinlab.helidon.telemetry;

import com.zaxxer.hikari.metrics.IMetricsTracker;

/** Counts what the pool itself tells of: waits for a connection that were in vain. */
record PoolTimeouts(Runnable count) implements IMetricsTracker {
    @Override
    public void recordConnectionTimeout() {
        count.run();
    }
}
