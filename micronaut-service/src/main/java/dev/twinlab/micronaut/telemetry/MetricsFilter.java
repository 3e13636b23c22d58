package dev.twinlab.micronaut.telemetry;

import dev.twinlab.contract.operations.LogFields;
import dev.twinlab.contract.operations.MetricNames;
import dev.twinlab.micronaut.http.ApiPort;
import dev.twinlab.micronaut.http.FilterOrder;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times every request of the API by its route, and writes the access line where its logger is on. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class MetricsFilter implements Ordered {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final String STARTED = "twinlab.started";

    /** Methods are free text on the wire; a label must not be. */
    private static final String METHOD_OTHER = "_OTHER";

    private final Meters meters;
    private final ApiPort api;

    MetricsFilter(Meters meters, ApiPort api) {
        this.meters = meters;
        this.api = api;
    }

    @Override
    public int getOrder() {
        return FilterOrder.METRICS;
    }

    @RequestFilter
    void start(HttpRequest<?> request) {
        if (api.received(request)) {
            request.setAttribute(STARTED, System.nanoTime());
            meters.requestStarted();
        }
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        Long started = request.getAttribute(STARTED, Long.class).orElse(null);
        if (started == null) {
            return;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        String method = request.getMethod() == HttpMethod.CUSTOM ? METHOD_OTHER : request.getMethodName();
        String route = route(request);
        meters.requestEnded(method, route, response.code(), duration);
        if (ACCESS.isInfoEnabled()) {
            ACCESS.atInfo()
                    .addKeyValue(LogFields.METHOD, method)
                    .addKeyValue(LogFields.ROUTE, route)
                    .addKeyValue(LogFields.STATUS, response.code())
                    .addKeyValue(LogFields.DURATION_MS, duration.toNanos() / 1e6)
                    .log("request served");
        }
    }

    private static String route(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(UriRouteInfo.class::isInstance)
                // The router has matched it, but for the contract it is another path.
                .filter(it -> !request.getPath().endsWith("/"))
                .map(it -> ((UriRouteInfo<?, ?>) it).getUriMatchTemplate().toPathString())
                .orElse(MetricNames.ROUTE_UNKNOWN);
    }
}
