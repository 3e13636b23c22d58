package dev.twinlab.helidon.http;

import dev.twinlab.contract.operations.MetricNames;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.health.Drain;
import io.helidon.webserver.http.ServerRequest;
import org.jspecify.annotations.Nullable;

/** What is known of one request while it is served. Only the request's own virtual thread touches it. */
public final class RequestContext {
    private final String requestId;
    private final Drain drain;
    private String route = MetricNames.ROUTE_UNKNOWN;
    private boolean closing;
    private @Nullable String subject;

    RequestContext(String requestId, Drain drain) {
        this.requestId = requestId;
        this.drain = drain;
    }

    /** The context that {@link RequestContextFilter} made for {@code request}. */
    public static RequestContext of(ServerRequest request) {
        return request.context()
                .get(RequestContext.class)
                .orElseThrow(() -> new IllegalStateException("no request context"));
    }

    public String requestId() {
        return requestId;
    }

    /** Whether the answer tells the client to use another connection next. */
    boolean lastOfConnection() {
        return closing || drain.isDraining();
    }

    boolean isClosing() {
        return closing;
    }

    /** After this answer nothing that comes over the connection can be understood. */
    void closeConnection() {
        closing = true;
    }

    /** The route template that matched, for metrics and logs. */
    public String route() {
        return route;
    }

    void matched(String template) {
        this.route = template;
    }

    /** Who sent it; only after a token was checked. */
    public String subject() {
        if (subject == null) {
            throw Problems.noToken();
        }
        return subject;
    }

    /** Records the subject of a token that holds. */
    public void authenticated(String subject) {
        this.subject = subject;
    }
}
