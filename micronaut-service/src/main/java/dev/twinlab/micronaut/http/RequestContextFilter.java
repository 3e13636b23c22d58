package dev.twinlab.micronaut.http;

import dev.twinlab.contract.operations.LogFields;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Gives each request its id, in the log lines and in the answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RequestContextFilter implements Ordered {
    private final StandardHeaders headers;

    RequestContextFilter(StandardHeaders headers) {
        this.headers = headers;
    }

    @Override
    public int getOrder() {
        return FilterOrder.CONTEXT;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        // Through the propagated context: a plain MDC.put would stay on the event loop when a virtual thread takes
        // over.
        context.add(new MdcPropagationContext(Map.of(LogFields.REQUEST_ID, headers.requestId(request))));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        headers.addTo(request, response);
    }
}
