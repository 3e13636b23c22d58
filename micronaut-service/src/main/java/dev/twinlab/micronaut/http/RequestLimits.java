package dev.twinlab.micronaut.http;

import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/**
 * Refuses a body that announces itself as too large before a byte of it is read. One without a length is cut off by the
 * server's own {@code max-request-size} while it is read.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RequestLimits implements Ordered {
    @Override
    public int getOrder() {
        return FilterOrder.BODY_SIZE;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (RouteAttributes.getRouteInfo(request).isPresent() && request.getContentLength() > Limits.BODY_BYTES_MAX) {
            throw Problems.payloadTooLarge();
        }
    }
}
