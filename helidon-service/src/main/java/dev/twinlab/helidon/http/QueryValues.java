package dev.twinlab.helidon.http;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderName;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** Raw values of a request, as the contract's parameter rules want them. */
public final class QueryValues {
    private QueryValues() {}

    /** Every value of query parameter {@code name}, decoded, in order. */
    public static List<String> of(ServerRequest request, String name) {
        UriQuery query = request.query();
        return query.contains(name) ? query.all(name) : List.of();
    }

    /** Every value of header {@code name}, in order. */
    public static List<String> of(ServerRequest request, HeaderName name) {
        return request.headers().contains(name) ? request.headers().get(name).allValues() : List.of();
    }
}
