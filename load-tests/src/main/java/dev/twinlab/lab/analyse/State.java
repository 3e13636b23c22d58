package dev.twinlab.lab.analyse;

/** What is known of Helidon against Micronaut on one metric. */
public enum State {
    /** Helidon is lower by more than the margin. */
    BETTER,
    /** Helidon is higher by more than the margin. */
    WORSE,
    /** The two differ by less than the margin. */
    EQUIVALENT,
    /** The data decide none of the others. */
    INCONCLUSIVE;

    boolean isDecided() {
        return this != INCONCLUSIVE;
    }
}
