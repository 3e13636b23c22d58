package dev.twinlab.helidon.http;

import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.security.Scopes;
import dev.twinlab.helidon.security.BearerTokenFilter;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Registers operations so that every one of them checks in the contract's order: path, method, {@code Accept},
 * {@code Content-Type}, token, scope. What is left is the operation's own.
 */
public final class ApiRoutes {
    private final BearerTokenFilter tokens;
    private final Map<String, Map<Method, Handler>> operations = new LinkedHashMap<>();

    public ApiRoutes(BearerTokenFilter tokens) {
        this.tokens = tokens;
    }

    /** A read, with its {@code HEAD}. */
    public void get(String template, Handler operation) {
        add(template, Method.GET, List.of(Negotiation::acceptsJson, tokens::read, operation));
        add(template, Method.HEAD, List.of(Negotiation::acceptsJson, tokens::read, operation));
    }

    /** A write without a body. */
    public void post(String template, Handler operation) {
        add(template, Method.POST, List.of(Negotiation::acceptsJson, tokens.scope(Scopes.ORDERS_WRITE), operation));
    }

    /** A write with a JSON body. */
    public void postJson(String template, Handler operation) {
        add(
                template,
                Method.POST,
                List.of(
                        Negotiation::acceptsJson,
                        Negotiation::sendsJson,
                        tokens.scope(Scopes.ORDERS_WRITE),
                        operation));
    }

    /** Hands everything that was added to {@code routing}, with 405 and 404 for the rest. */
    public void register(HttpRouting.Builder routing) {
        operations.forEach((template, methods) -> {
            methods.forEach((method, handler) -> routing.route(method, template, handler));
            var allowed = new TreeSet<String>();
            methods.keySet().forEach(it -> allowed.add(it.text()));
            var path = new ExactPaths(template);
            routing.any(template, (request, response) -> {
                path.check(request);
                RequestContext.of(request).matched(template);
                throw Problems.methodNotAllowed(allowed);
            });
        });
        routing.any((request, response) -> {
            throw Problems.noSuchRoute();
        });
    }

    private void add(String template, Method method, List<Handler> steps) {
        var chain = new ArrayList<>(steps);
        var path = new ExactPaths(template);
        operations.computeIfAbsent(template, it -> new LinkedHashMap<>()).put(method, (request, response) -> {
            path.check(request);
            RequestContext.of(request).matched(template);
            for (Handler step : chain) {
                step.handle(request, response);
            }
        });
    }
}
