package dev.twinlab.lab.run;

import java.net.URI;

/** Holds a live service against the contract, before anything about it is timed. */
@FunctionalInterface
public interface Conformance {
    /**
     * What came out.
     *
     * @param passed every check did
     * @param summary one line: how many checks passed of how many, or the first failure
     */
    record Result(boolean passed, String summary) {}

    /**
     * Runs every check.
     *
     * @param api base URL of the API
     * @param management base URL of the management port
     * @param jwtSecret of HS256
     */
    Result check(URI api, URI management, String jwtSecret) throws InterruptedException;
}
