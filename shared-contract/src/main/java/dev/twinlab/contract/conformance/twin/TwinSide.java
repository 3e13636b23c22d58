package dev.twinlab.contract.conformance.twin;

import dev.twinlab.contract.conformance.HttpExchange;
import dev.twinlab.contract.conformance.WireClient;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Paths;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One of the twins: replaces names by its own ids, and its own ids and times by names. */
final class TwinSide {
    private static final Pattern NAME = Pattern.compile("\\{(order|cursor):([^}]+)}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z");
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]*)\"");
    // X-Variant differs by design, Date by the clock.
    private static final Set<String> NOT_COMPARED = Set.of("x-variant", "date");
    private static final String UNKNOWN_ORDER = new UUID(0, 0).toString();

    private final WireClient client;
    private final List<String> orders = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();

    TwinSide(URI api) {
        this.client = new WireClient(api);
    }

    HttpExchange send(StreamRequest request) {
        String target = NAME.matcher(request.target()).replaceAll(this::own);
        HttpExchange exchange = client.send(request.method(), target, request.headers(), request.body());
        learn(request, exchange);
        return exchange;
    }

    /** The answer as it must be on both sides: status, headers and body with this side's ids and times replaced. */
    String normalised(HttpExchange exchange) {
        var headers = new TreeMap<String, String>();
        exchange.headers().forEach((name, values) -> {
            if (!NOT_COMPARED.contains(name)) {
                headers.put(name, name.equals("content-length") ? values.toString() : named(values.toString()));
            }
        });
        return exchange.status() + "\n" + headers + "\n" + named(exchange.text());
    }

    private void learn(StreamRequest request, HttpExchange exchange) {
        if (request.method().equals("POST") && request.target().equals(Paths.ORDERS) && exchange.status() == 201) {
            String id = exchange.json().path("id").asText();
            if (names.putIfAbsent(id, "<order " + orders.size() + ">") == null) {
                orders.add(id);
            }
        }
        exchange.header(Headers.REQUEST_ID)
                .filter(it -> !request.headers().containsValue(it))
                .ifPresent(it -> names.put(it, "<generated request id>"));
        var cursor = CURSOR.matcher(exchange.text());
        if (cursor.find()) {
            cursors.put(request.target().startsWith(Paths.PRODUCTS) ? "p" : "o", cursor.group(1));
        }
    }

    private String own(MatchResult name) {
        if (name.group(1).equals("cursor")) {
            return cursors.getOrDefault(name.group(2), "");
        }
        int index = Integer.parseInt(name.group(2));
        return index < orders.size() ? orders.get(index) : UNKNOWN_ORDER;
    }

    private String named(String text) {
        String readable = CURSOR.matcher(text)
                .replaceAll(it -> "\"nextCursor\":\""
                        + PageCursor.ORDERS
                                .decode(it.group(1))
                                .map(id -> "o1:" + id)
                                .orElse(it.group(1)) + '"');
        String timeless =
                TIME.matcher(readable).replaceAll(it -> it.group().startsWith("2025-") ? it.group() : "<time>");
        return ID.matcher(timeless).replaceAll(it -> names.getOrDefault(it.group(), it.group()));
    }

    static String curl(HttpExchange exchange, URI api) {
        var line = new StringBuilder("curl -i -X ").append(exchange.method());
        exchange.requestHeaders().forEach((name, value) -> line.append(" -H '")
                .append(name)
                .append(": ")
                .append(value)
                .append('\''));
        if (!exchange.requestBody().isEmpty()) {
            line.append(" --data-binary '").append(exchange.requestBody()).append('\'');
        }
        return line.append(" '")
                .append(api)
                .append(exchange.target())
                .append('\'')
                .toString();
    }
}
