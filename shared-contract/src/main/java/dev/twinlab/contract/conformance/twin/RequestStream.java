package dev.twinlab.contract.conformance.twin;

import dev.twinlab.contract.conformance.TokenIssuer;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A seeded random stream of requests, valid and invalid, over every operation. The same seed gives the same stream; tokens
 * differ in their times only.
 */
public final class RequestStream {
    private static final String[] LIMITS = {"1", "7", "20", "100", "0", "101", "-3", "x", "", "1e1", "+5", "007"};
    private static final String[] CATEGORIES = {
        "books", "toys", "imports", "none-such", "Books", "a%20b", "-x", "%C3%A4", ""
    };
    private static final String[] STATUSES = {"PENDING", "CANCELLED", "SHIPPED", "CONFIRMED", "pending", "LOST", ""};
    private static final String[] CURSORS = {"{cursor:p}", "{cursor:o}", "zzz", "cDE6", "%25", ""};
    private static final String[] DAYS = {
        "2025-01-01", "2025-01-03", "2025-02-10", "2024-12-30", "2025-02-30", "1.1.2025", "", "2025-1-1"
    };
    private static final String[] ACCEPTS = {
        "application/json", "*/*", "application/*", "text/html", "application/json;q=0", "image/*, */*;q=0.1"
    };
    private static final String[] TYPES = {
        "application/json", "application/json; charset=utf-8", "text/plain", "APPLICATION/JSON", "application/jsonp"
    };
    private static final String[] TAGS = {"\"v1\"", "W/\"v1\"", "*", "\"v0\", \"v1\"", "\"x\"", "v1"};
    private static final String[] KEYS = {"short", "key with space", "", "x-good-key-1", "x-good-key-2"};
    private static final String[] METHODS = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "POST", "GET"};
    private static final String[] NOWHERE = {
        "/",
        "/api/v1",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v2/ping",
        Paths.PING + "/x",
        Paths.ORDERS + "/",
        "/metrics",
        "/health/ready"
    };
    private static final String[] QUANTITIES = {
        "0", "-1", "1001", "1.5", "2.0", "\"2\"", "null", "true", "99999999999", "[]", "{}", "1e0"
    };
    private static final String[] JUNK = {
        "",
        "{",
        "[]",
        "null",
        "1",
        "\"x\"",
        "{\"a\":1}",
        "{}",
        "{\"lines\":[]}",
        "{\"customerId\":null,\"lines\":null}",
        "nonsense",
        "{\"customerId\":{}}"
    };

    private final SplittableRandom random;
    private final TokenIssuer tokens;
    private final int products;
    private int orders;

    /**
     * @param seed decides everything
     * @param tokens makes the tokens
     * @param products how many products the databases have, numbered from 1
     */
    public RequestStream(long seed, TokenIssuer tokens, int products) {
        this.random = new SplittableRandom(seed);
        this.tokens = tokens;
        this.products = products;
    }

    /** The next {@code count} requests. */
    public List<StreamRequest> take(int count) {
        var requests = new ArrayList<StreamRequest>(count);
        for (int i = 1; i <= count; i++) {
            requests.add(next(i));
        }
        return requests;
    }

    private StreamRequest next(int number) {
        var headers = new LinkedHashMap<String, String>();
        if (chance(10)) {
            headers.put("Accept", one(ACCEPTS));
        }
        if (chance(10)) {
            headers.put(Headers.REQUEST_ID, chance(50) ? "stream-" + number : one("bad id", "x", "semi;colon-id"));
        }
        int kind = random.nextInt(100);
        if (kind < 8) {
            return get(number, Paths.PING, headers);
        }
        if (kind < 20) {
            return get(
                    number,
                    Paths.PRODUCTS + query("limit", LIMITS, "category", CATEGORIES, "cursor", CURSORS),
                    headers);
        }
        if (kind < 32) {
            if (chance(40)) {
                headers.put("If-None-Match", one(TAGS));
            }
            return get(
                    number,
                    Paths.PRODUCTS + '/' + (chance(85) ? sku() : one("abc", "x", "NO-SUCH", "%20", "A".repeat(41))),
                    headers);
        }
        if (kind < 64) {
            return order(number, headers);
        }
        if (kind < 74) {
            return get(number, Paths.ORDERS + '/' + orderId(), headers);
        }
        if (kind < 82) {
            return get(
                    number,
                    Paths.ORDERS
                            + query(
                                    "limit",
                                    LIMITS,
                                    "customerId",
                                    new String[] {customer(), customer(), "abc"},
                                    "status",
                                    STATUSES,
                                    "cursor",
                                    CURSORS),
                    headers);
        }
        if (kind < 90) {
            authorise(headers);
            return new StreamRequest(number, "POST", Paths.ORDERS + '/' + orderId() + "/cancel", headers, "");
        }
        if (kind < 95) {
            return get(number, Paths.SALES_REPORT + query("from", DAYS, "to", DAYS), headers);
        }
        String path = chance(50)
                ? one(NOWHERE)
                : one(Paths.PING, Paths.PRODUCTS, Paths.ORDERS, Paths.SALES_REPORT, Paths.PRODUCTS + '/' + sku());
        String method = one(METHODS);
        // A POST of an order belongs to the branch that counts orders.
        return new StreamRequest(
                number, method.equals("POST") && path.equals(Paths.ORDERS) ? "DELETE" : method, path, headers, "");
    }

    private StreamRequest order(int number, Map<String, String> headers) {
        authorise(headers);
        headers.put("Content-Type", chance(92) ? Headers.JSON : one(TYPES));
        if (chance(95)) {
            headers.put(Headers.IDEMPOTENCY_KEY, chance(85) ? "stream-key-" + random.nextInt(1 + orders) : one(KEYS));
        }
        orders++;
        return new StreamRequest(
                number, "POST", Paths.ORDERS, headers, chance(75) ? body(false) : chance(60) ? body(true) : one(JUNK));
    }

    private String body(boolean spoilt) {
        var lines = new ArrayList<String>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String quantity = spoilt && chance(30) ? one(QUANTITIES) : Integer.toString(1 + random.nextInt(5));
            String sku = spoilt && chance(20) ? one("\"no sku\"", "7", "null", "\"NO-SUCH-SKU\"") : '"' + sku() + '"';
            String extra = spoilt && chance(5) ? ",\"gift\":true" : "";
            lines.add("{\"sku\":" + sku + ",\"quantity\":" + quantity + extra + '}');
        }
        String customer = spoilt && chance(20) ? one("7", "null", "\"1-1-1-1-1\"", "[]") : '"' + customer() + '"';
        String list = spoilt && chance(5)
                ? one("null", "[]", "[null]", "[[]]", "{}", "7")
                : "[" + String.join(",", lines) + "]";
        String tail = spoilt && chance(5) ? one("x", "{}", ",", "}") : "";
        return "{\"customerId\":" + customer + ",\"lines\":" + list + "}" + tail;
    }

    private void authorise(Map<String, String> headers) {
        int luck = random.nextInt(100);
        if (luck < 90) {
            headers.put("Authorization", "Bearer " + tokens.writer("stream-" + random.nextInt(2)));
        } else if (luck < 96) {
            headers.put("Authorization", one("Bearer nonsense", "Basic abc", "Bearer a.b.c"));
        }
    }

    private String query(Object... namesAndValues) {
        var query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String[] values = (String[]) namesAndValues[i + 1];
            // Most values are good, so that a fault is usually the only one of its request.
            int times = chance(45) ? 1 : chance(4) ? 2 : 0;
            for (int n = 0; n < times; n++) {
                String value = chance(70) ? values[random.nextInt(Math.min(3, values.length))] : one(values);
                query.append(query.isEmpty() ? '?' : '&')
                        .append(namesAndValues[i])
                        .append('=')
                        .append(value);
            }
        }
        return query.toString();
    }

    private static StreamRequest get(int number, String target, Map<String, String> headers) {
        return new StreamRequest(number, "GET", target, headers, "");
    }

    private String orderId() {
        if (chance(85)) {
            return "{order:" + random.nextInt(1 + orders) + '}';
        }
        return chance(50) ? new UUID(random.nextLong(), random.nextLong()).toString() : one("abc", "1-1-1-1-1", "%20");
    }

    private String customer() {
        return new UUID(0x018f4e2a7c3b7d10L, 0x8a553f1c2b4d0000L + random.nextInt(10)).toString();
    }

    private String sku() {
        return "SKU-%06d".formatted(1 + random.nextInt(products));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }
}
