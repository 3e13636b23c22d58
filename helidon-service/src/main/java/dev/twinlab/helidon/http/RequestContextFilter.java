package dev.twinlab.helidon.http;

import dev.twinlab.contract.http.RequestIds;
import dev.twinlab.contract.operations.LogFields;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.health.Drain;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import org.slf4j.MDC;

/** Gives every request its id and its context, and ends its connection where the answer says so. */
public final class RequestContextFilter implements Filter {
    private final Drain drain;

    public RequestContextFilter(Drain drain) {
        this.drain = drain;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String id = RequestIds.of(
                request.headers().first(StandardHeaders.REQUEST_ID).orElse(null));
        var context = new RequestContext(id, drain);
        request.context().register(context);
        if (!RequestLimits.endIsCertain(request.headers())) {
            context.closeConnection();
            ProblemResponses.send(request, response, Problems.malformedRequest());
            throw new CloseConnectionException("the end of the request's body is not certain");
        }
        MDC.put(LogFields.REQUEST_ID, id);
        try {
            if (QueryValues.isWellFormed(request)) {
                chain.proceed();
            } else {
                ProblemResponses.send(request, response, Problems.malformedRequest());
            }
        } finally {
            MDC.remove(LogFields.REQUEST_ID);
        }
        // Helidon 4.1.2 only writes the header and waits for the next request, which at a shutdown lasts the whole
        // grace.
        if (response.headers().contains(HeaderValues.CONNECTION_CLOSE) || drain.isDraining()) {
            if (!context.isClosing()) {
                RequestLimits.readOver(request);
            }
            throw new CloseConnectionException("the answer said so");
        }
        // RFC 9110, 10.1.1: a client that was not told to go on may send the body all the same.
        if (request.content().hasEntity() && !request.continueSent()) {
            throw new CloseConnectionException("the body may come or not");
        }
    }
}
