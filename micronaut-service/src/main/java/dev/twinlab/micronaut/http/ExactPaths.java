package dev.twinlab.micronaut.http;

import dev.twinlab.contract.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Lets no trailing slash through to the router, which would drop it: the contract says that it names another resource. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ExactPaths implements Ordered {
    @Override
    public int getOrder() {
        return FilterOrder.PATH;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        String path = RawPaths.of(request);
        // The root alone is what the server puts in the place of a path that is no URI; that one is answered 400.
        if (path.length() > 1 && path.endsWith("/")) {
            throw Problems.noSuchRoute();
        }
    }
}
