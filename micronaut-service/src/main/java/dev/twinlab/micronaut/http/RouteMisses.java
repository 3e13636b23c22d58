package dev.twinlab.micronaut.http;

import dev.twinlab.contract.problem.Problem;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.NotAllowedException;
import jakarta.inject.Singleton;

/**
 * Sends the router's misses to {@link ProblemResponses}, ahead of the Jakarta REST module, whose answers have no body. A
 * handler is chosen by the exact type of the exception, hence two.
 */
final class RouteMisses {
    private RouteMisses() {}

    /** No such path, type or form. */
    @Singleton
    @Primary
    static class ByStatus implements ExceptionHandler<HttpStatusException, HttpResponse<Problem>> {
        private final ProblemResponses problems;

        ByStatus(ProblemResponses problems) {
            this.problems = problems;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<Problem> handle(HttpRequest request, HttpStatusException miss) {
            return problems.answer(request, miss);
        }
    }

    /** A path that has other methods. */
    @Singleton
    @Primary
    static class ByMethod implements ExceptionHandler<NotAllowedException, HttpResponse<Problem>> {
        private final ProblemResponses problems;

        ByMethod(ProblemResponses problems) {
            this.problems = problems;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<Problem> handle(HttpRequest request, NotAllowedException miss) {
            return problems.answer(request, miss);
        }
    }
}
