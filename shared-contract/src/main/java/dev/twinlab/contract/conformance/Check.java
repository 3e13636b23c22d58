package dev.twinlab.contract.conformance;

/**
 * One thing that the contract promises.
 *
 * @param name what is promised, as a sentence
 * @param proof finds out; throws {@link ConformanceFailure} when the promise is broken
 */
record Check(String name, Proof proof) {
    /** Finds out whether a promise is kept. */
    @FunctionalInterface
    interface Proof {
        void on(Session session) throws InterruptedException;
    }
}
