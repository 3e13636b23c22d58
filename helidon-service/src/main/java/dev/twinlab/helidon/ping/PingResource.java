package dev.twinlab.helidon.ping;

import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.ping.Pong;
import dev.twinlab.helidon.http.ApiRoutes;
import dev.twinlab.helidon.http.Responses;
import io.helidon.http.Status;

/** {@code GET /ping}. */
public final class PingResource {
    public void register(ApiRoutes routes) {
        routes.get(Paths.PING, (request, response) -> Responses.json(request, response, Status.OK_200, Pong.INSTANCE));
    }
}
