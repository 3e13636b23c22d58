package dev.twinlab.helidon.telemetry;

import dev.twinlab.helidon.http.RequestContext;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and times every request under its route template, and writes the access line. */
public final class MetricsFilter implements Filter {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final Meters meters;

    public MetricsFilter(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        meters.requestStarted();
        try {
            chain.proceed();
        } finally {
            long nanos = System.nanoTime() - start;
            String sent = request.prologue().method().text();
            // A client must not be able to make a label for every word that it can think of.
            String method = METHODS.contains(sent) ? sent : "OTHER";
            String route = RequestContext.of(request).route();
            int status = response.status().code();
            meters.requestEnded(method, route, status, nanos);
            ACCESS.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("status", status)
                    .addKeyValue("duration_ms", nanos / 1_000 / 1e3)
                    .log("request");
        }
    }
}
