package dev.twinlab.helidon.health;

/** Whether the service is on its way down: it still answers, but wants no new traffic. */
public final class Drain {
    private volatile boolean draining;

    public boolean isDraining() {
        return draining;
    }

    /** From now on readiness answers 503. */
    public void begin() {
        draining = true;
    }
}
