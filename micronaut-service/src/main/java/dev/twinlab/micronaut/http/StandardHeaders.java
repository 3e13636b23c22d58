package dev.twinlab.micronaut.http;

import dev.twinlab.contract.Variant;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.RequestIds;
import dev.twinlab.micronaut.health.Drain;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The headers that every answer of the API carries, whatever made it. */
@Singleton
final class StandardHeaders {
    private static final MediaType JSON = MediaType.of(Headers.JSON);
    private static final String REQUEST_ID = "twinlab.request-id";

    private final ApiPort api;
    private final Drain drain;
    private final JsonMapper json;

    StandardHeaders(ApiPort api, Drain drain, JsonMapper json) {
        this.api = api;
        this.drain = drain;
        this.json = json;
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
        if (!headers.contains(HttpHeaders.DATE)) {
            headers.date(LocalDateTime.now(ZoneId.systemDefault()));
        }
        describeBody(request, response);
        if (drain.isDraining()) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
    }

    private void describeBody(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean head = request.getMethod() == HttpMethod.HEAD;
        Object body = head ? bodyOfGet(response) : response.body();
        if (body == null) {
            return;
        }
        if (response.getContentType().isEmpty()) {
            response.contentType(JSON);
        }
        // The server drops the body of an answer to HEAD unmeasured, and would then have to close the connection.
        if (head && !response.getHeaders().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.contentLength(length(body));
        }
    }

    private static @Nullable Object bodyOfGet(MutableHttpResponse<?> response) {
        Object body = RouteAttributes.getHeadBody(response).orElse(response.body());
        return body instanceof Response rest ? rest.getEntity() : body;
    }

    private long length(Object body) {
        try {
            return json.writeValueAsBytes(body).length;
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON can be made of a " + body.getClass(), e);
        }
    }
}
