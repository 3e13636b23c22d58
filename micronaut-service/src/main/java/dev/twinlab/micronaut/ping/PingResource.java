package dev.twinlab.micronaut.ping;

import dev.twinlab.contract.http.Paths;
import dev.twinlab.contract.ping.Pong;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code GET /ping}. */
@Path(Paths.PING)
@ExecuteOn(TaskExecutors.BLOCKING)
class PingResource {
    @GET
    Pong ping() {
        return Pong.INSTANCE;
    }
}
