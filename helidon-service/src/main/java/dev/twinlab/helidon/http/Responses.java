package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.Headers;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Sends an answer as one array of bytes: one write, and a {@code Content-Length} that Helidon's streaming writers do not set. */
public final class Responses {
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Headers.JSON);
    private static final Header NO_LENGTH = new UnwrittenHeader(HeaderValues.CONTENT_LENGTH_ZERO);

    private Responses() {}

    /** Sends {@code body} as JSON; headers that were set before stay. */
    public static void json(ServerRequest request, ServerResponse response, Status status, Object body) {
        send(request, response, status, JSON, Json.write(body));
    }

    /** Tells the client that it has the representation already. */
    public static void notModified(ServerRequest request, ServerResponse response) {
        StandardHeaders.addTo(response, RequestContext.of(request));
        response.status(Status.NOT_MODIFIED_304).header(NO_LENGTH).send();
    }

    /** Sends {@code body}; to {@code HEAD} its length only. */
    public static void send(
            ServerRequest request, ServerResponse response, Status status, Header contentType, byte[] body) {
        StandardHeaders.addTo(response, RequestContext.of(request));
        response.status(status).header(contentType);
        if (request.prologue().method() == Method.HEAD) {
            // Helidon would send the body as well, and the client would take it for the next answer.
            response.contentLength(body.length);
            response.send();
        } else {
            response.send(body);
        }
    }
}
