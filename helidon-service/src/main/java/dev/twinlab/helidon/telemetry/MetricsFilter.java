package dev.twinlab.helidon.telemetry;

import dev.twinlab.contract.operations.LogFields;
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
    private static final Logger ACCESS = LoggerFactory.getLogger(LogFields.ACCESS_LOGGER);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** Methods are free text on the wire; a label must not be. */
    private static final String METHOD_OTHER = "_OTHER";

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
            meters.requestEnded();
            // Else the client went away before there was an answer, and there is no status to count.
            if (response.isSent()) {
                record(request, response, System.nanoTime() - start);
            }
        }
    }

    private void record(RoutingRequest request, RoutingResponse response, long nanos) {
        String sent = request.prologue().method().text();
        String method = METHODS.contains(sent) ? sent : METHOD_OTHER;
        String route = RequestContext.of(request).route();
        int status = response.status().code();
        meters.requestAnswered(method, route, status, nanos);
        if (ACCESS.isInfoEnabled()) {
            ACCESS.atInfo()
                    .addKeyValue(LogFields.METHOD, method)
                    .addKeyValue(LogFields.ROUTE, route)
                    .addKeyValue(LogFields.STATUS, status)
                    .addKeyValue(LogFields.DURATION_MS, nanos / 1e6)
                    .log("request served");
        }
    }
}
