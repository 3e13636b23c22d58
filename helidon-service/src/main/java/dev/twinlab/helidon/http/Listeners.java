package dev.twinlab.helidon.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;

/** What both ports have in common. */
public final class Listeners {
    private Listeners() {}

    /**
     * Makes {@code listener} listen on every address.
     *
     * @param port 0 for a free one
     * @param grace how long requests in flight may take when the server stops
     */
    public static void configure(ListenerConfig.BuilderBase<?, ?> listener, int port, Duration grace) {
        listener.host("0.0.0.0")
                .port(port)
                .shutdownGracePeriod(grace)
                .maxPayloadSize(RequestLimits.TRANSFER_BYTES_MAX)
                // Off by default, which costs 40 ms wherever an answer takes two segments (helidon#6491).
                .connectionOptions((SocketOptions.Builder it) -> it.tcpNoDelay(true))
                .protocolsDiscoverServices(false)
                .addProtocol(
                        Http1Config.builder().receiveLog(false).sendLog(false).build())
                .directHandlers(ProblemResponses.direct());
    }
}
