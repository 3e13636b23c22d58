package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.Headers;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Sends JSON as one array of bytes: one write, and a {@code Content-Length} that Helidon's streaming writers do not set. */
public final class Responses {
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Headers.JSON);

    private Responses() {}

    /** Sends {@code body} with {@code status}; headers that were set before stay. */
    public static void json(ServerRequest request, ServerResponse response, Status status, Object body) {
        send(request, response.status(status).header(JSON), Json.write(body));
    }

    /** Sends {@code body}; for {@code HEAD} only its length, which Helidon leaves to the handler. */
    static void send(ServerRequest request, ServerResponse response, byte[] body) {
        if (request.prologue().method().equals(Method.HEAD)) {
            response.headers().contentLength(body.length);
            response.send();
        } else {
            response.send(body);
        }
    }
}
