package dev.twinlab.micronaut.health;

import jakarta.inject.Singleton;

/** Whether the service is on its way out: set once, by SIGTERM, and never unset. */
@Singleton
public final class Drain {
    private volatile boolean draining;

    /** From now on the service is not ready, and every answer asks its client to close the connection. */
    public void begin() {
        draining = true;
    }

    public boolean isDraining() {
        return draining;
    }
}
