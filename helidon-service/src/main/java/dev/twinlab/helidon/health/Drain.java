package dev.twinlab.helidon.health;

/** How far the service is on its way down. */
public final class Drain {
    private volatile boolean draining;
    private volatile boolean over;

    /** Whether it still answers, but wants no new traffic. */
    public boolean isDraining() {
        return draining;
    }

    /** Whether it waits for nothing but the requests that it has. */
    public boolean isOver() {
        return over;
    }

    /** From now on readiness answers 503, and every answer is the last of its connection. */
    public void begin() {
        draining = true;
    }

    /** From now on no connection waits for another request. */
    public void end() {
        over = true;
    }
}
