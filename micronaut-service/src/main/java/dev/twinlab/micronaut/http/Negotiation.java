package dev.twinlab.micronaut.http;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.List;
import java.util.Locale;

/**
 * Holds a matched request against the contract's rules for {@code Accept} and {@code Content-Type}. The router's own do not
 * fit: it takes {@code q=0} for a yes, knows no {@code application/*}, and lets a missing {@code Content-Type} pass. So no
 * resource has {@code @Produces}, which is what makes the router look at {@code Accept}.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Negotiation implements Ordered {
    private final ApiPort api;

    Negotiation(ApiPort api) {
        this.api = api;
    }

    @Override
    public int getOrder() {
        return FilterOrder.NEGOTIATION;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
        if (route == null || !api.received(request)) {
            return;
        }
        if (!acceptsJson(request)) {
            throw Problems.notAcceptable();
        }
        if (route.isPermitsRequestBody() && !route.consumesAll() && !sendsJson(request)) {
            throw Problems.unsupportedMediaType();
        }
    }

    /** Whether the client takes {@code application/json}: RFC 9110, 12.5.1; the most specific range that fits decides. */
    static boolean acceptsJson(HttpRequest<?> request) {
        List<String> values = request.getHeaders().getAll(HttpHeaders.ACCEPT);
        if (values.isEmpty()) {
            return true;
        }
        int bestRank = -1;
        double bestQuality = 0;
        boolean anyRange = false;
        for (String value : values) {
            for (String range : value.split(",")) {
                String[] parts = range.split(";");
                String type = parts[0].strip().toLowerCase(Locale.ROOT);
                anyRange |= !type.isEmpty();
                int rank = rank(type);
                if (rank > bestRank) {
                    bestRank = rank;
                    bestQuality = quality(parts);
                }
            }
        }
        return !anyRange || bestRank >= 0 && bestQuality > 0;
    }

    private static boolean sendsJson(HttpRequest<?> request) {
        List<String> values = request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE);
        return values.size() == 1 && values.getFirst().split(";", 2)[0].strip().equalsIgnoreCase(Headers.JSON);
    }

    private static int rank(String range) {
        return switch (range) {
            case Headers.JSON -> 2;
            case "application/*" -> 1;
            case "*/*" -> 0;
            default -> -1;
        };
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2).strip());
                } catch (NumberFormatException notAWeight) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
