package dev.twinlab.helidon.http;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.RequestIds;
import dev.twinlab.contract.operations.LogFields;
import dev.twinlab.helidon.health.Drain;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.MDC;

/** Gives every request its id and its context, and every answer the headers that all answers have. */
public final class RequestContextFilter implements Filter {
    static final HeaderName REQUEST_ID = HeaderNames.create(Headers.REQUEST_ID);
    static final Header VARIANT = HeaderValues.createCached(Headers.VARIANT, Variant.HELIDON.wireName());
    static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, Headers.CACHE_NEVER);

    private final Drain drain;

    public RequestContextFilter(Drain drain) {
        this.drain = drain;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String id = RequestIds.of(request.headers().first(REQUEST_ID).orElse(null));
        request.context()
                .register(new RequestContext(
                        id, drain.isDraining() || request.headers().contains(HeaderValues.CONNECTION_CLOSE)));
        commonHeaders(request, response);
        MDC.put(LogFields.REQUEST_ID, id);
        try {
            chain.proceed();
            if (RequestContext.of(request).lastOfConnection()) {
                // Helidon 4.1.2 answers "Connection: close" and then keeps the connection open (RFC 9112, 9.6).
                throw new CloseConnectionException("the last request of its connection was answered");
            }
        } finally {
            MDC.remove(LogFields.REQUEST_ID);
        }
    }

    /** Sets the headers that every answer has, over any that were set before. */
    static void commonHeaders(ServerRequest request, ServerResponse response) {
        var context = RequestContext.of(request);
        response.header(REQUEST_ID, context.requestId());
        response.header(VARIANT);
        response.header(NO_STORE);
        if (context.lastOfConnection()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
    }
}
