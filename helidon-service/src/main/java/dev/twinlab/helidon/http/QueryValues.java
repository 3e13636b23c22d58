package dev.twinlab.helidon.http;

import io.helidon.http.HeaderName;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Raw values of a request, as the contract's parameter rules want them. */
public final class QueryValues {
    private QueryValues() {}

    /** Whether the query has only characters and escapes of a URI: Helidon looks at the path alone. */
    static boolean isWellFormed(ServerRequest request) {
        String query = request.query().rawValue();
        return query.isEmpty() || isWellFormed(query);
    }

    static boolean isWellFormed(String query) {
        try {
            return new URI("?" + query).getRawQuery() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Every value of query parameter {@code name}, decoded, in order; one without "=" is empty. Helidon's own reader loses
     * parameters that have no "=".
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
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
