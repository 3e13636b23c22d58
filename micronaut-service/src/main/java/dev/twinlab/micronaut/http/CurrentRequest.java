package dev.twinlab.micronaut.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;

/**
 * The request that this thread serves. A resource's method cannot take it as a parameter: in Jakarta REST one without an
 * annotation is the body, and the framework's {@code UriInfo} decodes values twice.
 */
public final class CurrentRequest {
    private CurrentRequest() {}

    /** @throws IllegalStateException outside a request */
    public static HttpRequest<?> get() {
        return ServerRequestContext.currentRequest()
                .orElseThrow(() -> new IllegalStateException("this thread serves no request"));
    }
}
