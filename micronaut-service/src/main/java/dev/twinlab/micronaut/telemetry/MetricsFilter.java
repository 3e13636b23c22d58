package dev.twinlab.micronaut.telemetry;

import dev.twinlab.contract.operations.LogFields;
import dev.twinlab.contract.operations.MetricNames;
import dev.twinlab.micronaut.http.ApiPort;
import dev.twinlab.micronaut.http.FilterOrder;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times every request of the API by its route, and writes the access line where its logger is on. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class MetricsFilter implements Ordered {
    private static final Logger ACCESS = LoggerFactory.getLogger(LogFields.ACCESS_LOGGER);
    private static final String STARTED = "twinlab.started";

    /** Methods are free text on the wire; a label must not be. */
    private static final String METHOD_OTHER = "_OTHER";

    private final Meters meters;
    private final ApiPort api;

    private final Router router;

    MetricsFilter(Meters meters, ApiPort api, Router router) {
        this.meters = meters;
        this.api = api;
        this.router = router;
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
        String route = route(request, response.code());
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

    private String route(HttpRequest<?> request, int status) {
        // The router has matched it, but for the contract it is another path.
        if (request.getPath().endsWith("/")) {
            return MetricNames.ROUTE_UNKNOWN;
        }
        Optional<RouteInfo<?>> matched = RouteAttributes.getRouteInfo(request);
        if (matched.isEmpty() && status == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            // The path has a template, and a client that uses the wrong method should be found under it.
            matched = router.findAny(request).stream().findFirst().map(RouteMatch::getRouteInfo);
        }
        return matched.filter(UriRouteInfo.class::isInstance)
                .map(it -> ((UriRouteInfo<?, ?>) it).getUriMatchTemplate().toPathString())
                .orElse(MetricNames.ROUTE_UNKNOWN);
    }
}
