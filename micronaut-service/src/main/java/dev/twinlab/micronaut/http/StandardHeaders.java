package dev.twinlab.micronaut.http;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.RequestIds;
import dev.twinlab.micronaut.health.Drain;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** The headers that every answer of the API carries, whatever made it. */
@Singleton
final class StandardHeaders {
    private static final String REQUEST_ID = "twinlab.request-id";

    private final ApiPort api;
    private final Drain drain;

    StandardHeaders(ApiPort api, Drain drain) {
        this.api = api;
        this.drain = drain;
    }

    /** The id of {@code request}: the client's, if it keeps the rule, else one that is made on the first call. */
    String requestId(HttpRequest<?> request) {
        return request.getAttribute(REQUEST_ID, String.class).orElseGet(() -> {
            String id = RequestIds.of(request.getHeaders().get(Headers.REQUEST_ID));
            request.setAttribute(REQUEST_ID, id);
            return id;
        });
    }

    /** Puts them on; a second time changes nothing. A {@code Cache-Control} that is there stays. */
    void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!api.received(request)) {
            return;
        }
        var headers = response.getHeaders();
        headers.set(Headers.REQUEST_ID, requestId(request));
        headers.set(Headers.VARIANT, Variant.MICRONAUT.wireName());
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, Headers.CACHE_NEVER);
        }
        if (drain.isDraining()) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
    }
}
