package dev.twinlab.contract.conformance;

import java.net.URI;
import java.util.Optional;

/**
 * What is held against the contract.
 *
 * @param api root of the API port, such as {@code http://localhost:8080}; only http
 * @param management root of the management port; empty where it cannot be reached
 * @param tokens makes tokens that the service accepts
 */
public record Target(URI api, Optional<URI> management, TokenIssuer tokens) {
    public Target {
        check(api);
        management.ifPresent(Target::check);
    }

    private static void check(URI uri) {
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + uri + "' is not a URL such as http://localhost:8080");
        }
        if (uri.getPath() != null && !uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
            throw new IllegalArgumentException("'" + uri + "' has a path; give the root, the suite adds /api/v1");
        }
    }
}
