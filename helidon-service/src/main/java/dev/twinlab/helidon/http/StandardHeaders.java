package dev.twinlab.helidon.http;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Headers;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.ServerResponse;

/** The headers that every answer carries, whatever made it. */
final class StandardHeaders {
    static final HeaderName REQUEST_ID = HeaderNames.create(Headers.REQUEST_ID);

    private static final Header VARIANT = HeaderValues.createCached(Headers.VARIANT, Variant.HELIDON.wireName());
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, Headers.CACHE_NEVER);
    private static final Header KEEP_ALIVE = new UnwrittenHeader(HeaderValues.CONNECTION_KEEP_ALIVE);

    private StandardHeaders() {}

    /** Puts them on just before an answer is sent. A {@code Cache-Control} that is there stays. */
    static void addTo(ServerResponse response, RequestContext context) {
        ServerResponseHeaders headers = response.headers();
        headers.set(REQUEST_ID, context.requestId());
        headers.set(VARIANT);
        headers.setIfAbsent(NO_STORE);
        headers.set(context.lastOfConnection() ? HeaderValues.CONNECTION_CLOSE : KEEP_ALIVE);
    }

    /** Puts them on an answer to a request that did not reach the routing; its connection is closed. */
    static void addTo(ServerResponseHeaders headers, String requestId) {
        headers.set(REQUEST_ID, requestId);
        headers.set(VARIANT);
        headers.set(NO_STORE);
        headers.set(HeaderValues.CONNECTION_CLOSE);
    }
}
