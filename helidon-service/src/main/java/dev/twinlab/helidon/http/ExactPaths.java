package dev.twinlab.helidon.http;

import dev.twinlab.contract.problem.Problems;
import io.helidon.webserver.http.ServerRequest;

/**
 * Undoes for one route template what Helidon's router does to a path before it matches: it decodes it, merges slashes, resolves
 * dot segments and drops matrix parameters. For the contract those are other paths, and an ingress or a policy in front that
 * matches them literally must not be walked around.
 */
final class ExactPaths {
    private final String before;
    private final String after;
    private final boolean hasParameter;

    /** @param template with at most one parameter */
    ExactPaths(String template) {
        int open = template.indexOf('{');
        this.hasParameter = open >= 0;
        this.before = hasParameter ? template.substring(0, open) : template;
        this.after = hasParameter ? template.substring(template.indexOf('}') + 1) : "";
    }

    /** @throws dev.twinlab.contract.problem.ProblemException 404 when the path was only matched because it was rewritten */
    void check(ServerRequest request) {
        if (!fits(RawPaths.of(request.prologue().uriPath().rawPath()))) {
            throw Problems.noSuchRoute();
        }
    }

    boolean fits(String path) {
        if (!hasParameter) {
            return path.equals(before);
        }
        int end = path.length() - after.length();
        return end > before.length()
                && path.startsWith(before)
                && path.endsWith(after)
                && path.substring(before.length(), end).chars().noneMatch(it -> it == '/' || it == ';');
    }
}
