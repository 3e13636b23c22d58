package dev.twinlab.micronaut.http;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.problem.Problem;
import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.micronaut.persistence.DatabaseFailures;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every failure into the contract's problem. All of the framework's ways to an error end here: exceptions of our own
 * code, misses of the router, and requests that were not even well-formed HTTP.
 */
@Singleton
@Primary
class ProblemResponses implements ErrorResponseProcessor<Problem> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final MediaType PROBLEM_JSON = MediaType.of(Headers.PROBLEM_JSON);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final StandardHeaders headers;

    ProblemResponses(StandardHeaders headers) {
        this.headers = headers;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof URISyntaxException badTarget) {
            // The request at hand is a stand-in of the server's: only the exception still has the path.
            return answer(request, Problems.malformedRequest(), RawPaths.of(badTarget.getInput()), response);
        }
        ProblemException problem = cause == null ? ofStatus(request, response.code(), null) : ofCause(request, cause);
        return answer(request, problem, RawPaths.of(request), response);
    }

    /** The answer to a request that ended in {@code failure}. */
    MutableHttpResponse<Problem> answer(HttpRequest<?> request, Throwable failure) {
        return answer(request, ofCause(request, failure), RawPaths.of(request), HttpResponse.ok());
    }

    private MutableHttpResponse<Problem> answer(
            HttpRequest<?> request, ProblemException problem, String instance, MutableHttpResponse<?> response) {
        MutableHttpResponse<Problem> answer = response.status(problem.type().status(), null)
                .body(problem.toProblem(instance, headers.requestId(request)))
                .contentType(PROBLEM_JSON);
        problem.headers().forEach(answer.getHeaders()::set);
        headers.addTo(request, answer);
        return answer;
    }

    private static ProblemException ofCause(HttpRequest<?> request, Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem;
            case ContentLengthExceededException tooLong -> Problems.payloadTooLarge();
            case BufferLengthExceededException tooLong -> Problems.payloadTooLarge();
            case HttpStatusException miss -> ofStatus(request, miss.getStatus().getCode(), miss);
            case Throwable failure
            when DatabaseFailures.isUnavailable(failure) -> {
                LOG.warn("The database cannot serve: {}", rootMessage(failure));
                yield Problems.unavailable(RETRY_AFTER_SECONDS);
            }
            default -> {
                LOG.error("A request failed", cause);
                yield Problems.internalError();
            }
        };
    }

    private static ProblemException ofStatus(HttpRequest<?> request, int status, @Nullable Throwable miss) {
        return switch (status) {
            case 404 -> Problems.noSuchRoute();
            case 405 -> Problems.methodNotAllowed(((NotAllowedException) miss).getAllowedMethods());
            case 406 -> Problems.notAcceptable();
            // The router looks at Content-Type first, the contract at Accept.
            case 415 -> Negotiation.acceptsJson(request) ? Problems.unsupportedMediaType() : Problems.notAcceptable();
            // Without an exception it is Netty's decoder that gave up: a line or a header that is malformed or too
            // long.
            case 400, 413 -> Problems.malformedRequest();
            default -> Problems.internalError();
        };
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
