package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.RequestIds;
import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.persistence.DatabaseUnavailableException;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into the contract's problem document, inside the routing and before it. */
public final class ProblemResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final Header PROBLEM = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Headers.PROBLEM_JSON);
    private static final int RETRY_AFTER_SECONDS = 1;

    private ProblemResponses() {}

    /** Registers the error handler of the routing. */
    public static void register(HttpRouting.Builder routing) {
        routing.error(Throwable.class, ProblemResponses::handle);
    }

    /** For requests that never reach the routing, such as a path with a bad escape. */
    public static DirectHandlers direct() {
        var handlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, ProblemResponses::beforeRouting);
        }
        return handlers.build();
    }

    private static void handle(ServerRequest request, ServerResponse response, Throwable failure) {
        send(request, response, toProblem(failure));
    }

    /** Answers with {@code problem}. */
    static void send(ServerRequest request, ServerResponse response, ProblemException problem) {
        problem.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        byte[] body = Json.write(problem.toProblem(
                RawPaths.of(request.prologue().uriPath().rawPath()),
                RequestContext.of(request).requestId()));
        Responses.send(request, response, Status.create(problem.type().status()), PROBLEM, body);
    }

    private static ProblemException toProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case DatabaseUnavailableException unavailable -> {
                LOG.warn("the database did not serve a request: {}", unavailable.getMessage());
                yield Problems.unavailable(RETRY_AFTER_SECONDS);
            }
            case HttpException http when http.status().code() == 413 -> Problems.payloadTooLarge();
            case HttpException http when http.status().code() == 404 -> Problems.noSuchRoute();
            case HttpException http when http.status().code() < 500 -> Problems.malformedRequest();
            default -> {
                LOG.error("a request failed", failure);
                yield Problems.internalError();
            }
        };
    }

    private static DirectHandler.TransportResponse beforeRouting(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        String path = RawPaths.of(request.path());
        ProblemException problem = beforeRouting(event, status, path);
        String id = RequestIds.of(
                request.headers().first(StandardHeaders.REQUEST_ID).orElse(null));
        headers.set(PROBLEM);
        StandardHeaders.addTo(headers, id);
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(problem.type().status()))
                .headers(headers)
                .keepAlive(false)
                .entity(Json.write(problem.toProblem(path, id)))
                .build();
    }

    private static ProblemException beforeRouting(DirectHandler.EventType event, Status status, String path) {
        if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
            return Problems.payloadTooLarge();
        }
        return switch (event) {
            case PAYLOAD_TOO_LARGE -> Problems.payloadTooLarge();
            // A method that is no token is an internal error to Helidon; it comes before the path is known.
            case INTERNAL_ERROR -> path.isEmpty() ? Problems.malformedRequest() : Problems.internalError();
            case BAD_REQUEST, FORBIDDEN, OTHER ->
                status.code() >= 500 ? Problems.internalError() : Problems.malformedRequest();
        };
    }
}
