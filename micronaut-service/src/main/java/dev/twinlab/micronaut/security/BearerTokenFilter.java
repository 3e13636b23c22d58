package dev.twinlab.micronaut.security;

import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.micronaut.http.ApiPort;
import dev.twinlab.micronaut.http.FilterOrder;
import dev.twinlab.micronaut.settings.SecuritySettings;
import dev.twinlab.micronaut.telemetry.Meters;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Asks for the scopes that {@code @RolesAllowed} names on a resource's method; a read without one is open by default. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class BearerTokenFilter implements Ordered {
    private static final String SCHEME = "Bearer";

    private final TokenVerifier tokens;
    private final SecuritySettings settings;
    private final ApiPort api;
    private final Meters meters;

    BearerTokenFilter(TokenVerifier tokens, SecuritySettings settings, ApiPort api, Meters meters) {
        this.tokens = tokens;
        this.settings = settings;
        this.api = api;
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return FilterOrder.TOKEN;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
        if (route == null || !api.received(request)) {
            return;
        }
        String[] scopes = route.getAnnotationMetadata().stringValues(RolesAllowed.class);
        if (scopes.length == 0 && !settings.requireRead()) {
            return;
        }
        try {
            caller(request, scopes).attachTo(request);
        } catch (ProblemException refused) {
            meters.authFailed();
            throw refused;
        }
    }

    private Caller caller(HttpRequest<?> request, String[] scopes) {
        List<String> credentials = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            throw Problems.noToken();
        }
        String[] parts = credentials.getFirst().strip().split(" +", 2);
        if (parts.length < 2 || !parts[0].equalsIgnoreCase(SCHEME)) {
            throw Problems.noToken();
        }
        if (credentials.size() > 1) {
            throw Problems.invalidToken();
        }
        Caller caller = tokens.verify(parts[1]).orElseThrow(Problems::invalidToken);
        for (String scope : scopes) {
            if (!caller.scopes().contains(scope)) {
                throw Problems.missingScope(scope);
            }
        }
        return caller;
    }
}
