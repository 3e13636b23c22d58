package dev.twinlab.helidon.http;

import dev.twinlab.contract.problem.Problems;
import io.helidon.webserver.http.ServerRequest;

/**
 * Undoes what Helidon's router does to a path before it matches: it merges slashes, resolves dot segments and drops matrix
 * parameters. For the contract those are other paths, and an ingress or a policy in front that matches them literally must
 * not be walked around.
 */
final class ExactPaths {
    private ExactPaths() {}

    /** @throws dev.twinlab.contract.problem.ProblemException 404 when the path was only matched because it was rewritten */
    static void check(ServerRequest request) {
        String path = RawPaths.of(request.prologue().uriPath().rawPath());
        if (path.contains("//") || path.contains("/./") || path.contains("/../") || path.indexOf(';') >= 0) {
            throw Problems.noSuchRoute();
        }
    }
}
