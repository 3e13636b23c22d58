package dev.twinlab.helidon.http;

import dev.twinlab.contract.problem.Problems;
import io.helidon.http.HeaderName;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Raw values of a request, as the contract's parameter rules want them. */
public final class QueryValues {
    private QueryValues() {}

    /**
     * Every value of query parameter {@code name}, decoded, in order; one without "=" is empty. Helidon's own reader lets bad
     * escapes pass and loses parameters that have no "=".
     *
     * @throws dev.twinlab.contract.problem.ProblemException 400 for a bad escape
     */
    public static List<String> of(ServerRequest request, String name) {
        String query = request.query().rawValue();
        return query.isEmpty() ? List.of() : in(query, name);
    }

    /** Every value of header {@code name}, in order. */
    public static List<String> of(ServerRequest request, HeaderName name) {
        return request.headers().contains(name) ? request.headers().get(name).allValues() : List.of();
    }

    static List<String> in(String query, String name) {
        var values = new ArrayList<String>(1);
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (decoded(equals < 0 ? parameter : parameter.substring(0, equals)).equals(name)) {
                values.add(equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw Problems.malformedRequest();
        }
    }
}
