package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.Headers;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** Sends JSON as one array of bytes: one write, and a {@code Content-Length} that Helidon's streaming writers do not set. */
public final class Responses {
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Headers.JSON);

    private Responses() {}

    /** Sends {@code body} with {@code status}; headers that were set before stay. */
    public static void json(ServerResponse response, Status status, Object body) {
        response.status(status).header(JSON).send(Json.write(body));
    }
}
