package dev.twinlab.lab.run;

import java.net.URI;
import java.util.Optional;

/** Holds a live service against the contract, before anything about it is timed. */
@FunctionalInterface
public interface Conformance {
    /**
     * What came out.
     *
     * @param passed every check did
     * @param summary one line: how many checks passed of how many, or the first failure
     * @param details every failure with its reason, then the counts
     */
    record Result(boolean passed, String summary, String details) {}

    /**
     * Runs every check.
     *
     * @param api base URL of the API
     * @param management base URL of the management port; empty where it cannot be reached
     * @param jwtSecret of HS256
     */
    Result check(URI api, Optional<URI> management, String jwtSecret) throws InterruptedException;
}
