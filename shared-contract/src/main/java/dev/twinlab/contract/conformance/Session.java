package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A client that asks the target and holds every answer against {@link ResponseRules}. */
final class Session {
    private final Target target;
    private final WireClient api;
    private final ResponseRules rules;
    private final String token;

    Session(Target target, OpenApiDocument document) {
        this.target = target;
        this.api = new WireClient(target.api());
        this.rules = new ResponseRules(document);
        this.token = target.tokens().writer("suite");
    }

    Target target() {
        return target;
    }

    TokenIssuer tokens() {
        return target.tokens();
    }

    /** A request without a token. {@code headers} are names and values in turn. */
    HttpExchange get(String path, String... headers) {
        return send("GET", path, pairs(headers), "");
    }

    /** A request with a token that may write. */
    HttpExchange write(String method, String path, String body, String... headers) {
        var all = new LinkedHashMap<String, String>();
        all.put("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            all.put("Content-Type", Headers.JSON);
        }
        all.putAll(pairs(headers));
        return send(method, path, all, body);
    }

    /** Any request, with just these headers. */
    HttpExchange send(String method, String path, Map<String, String> headers, String body) {
        HttpExchange exchange = api.send(method, path, headers, body);
        rules.check(exchange);
        return exchange;
    }

    HttpExchange sendChunked(String method, String path, Map<String, String> headers, String body) {
        HttpExchange exchange = api.sendChunked(method, path, headers, body);
        rules.check(exchange);
        return exchange;
    }

    /** Places an order under a new key. */
    HttpExchange order(String body) {
        return order(newKey(), body);
    }

    HttpExchange order(String key, String body) {
        return write("POST", Paths.ORDERS, body, Headers.IDEMPOTENCY_KEY, key);
    }

    HttpExchange cancel(String orderId) {
        return write("POST", Paths.ORDERS + '/' + orderId + "/cancel", "");
    }

    HttpExchange product(String sku) {
        return get(Paths.PRODUCTS + '/' + sku).expect(200);
    }

    int stock(String sku) {
        return product(sku).json().path("stock").asInt();
    }

    static String newKey() {
        return "suite-" + UUID.randomUUID();
    }

    static String newCustomer() {
        return UUID.randomUUID().toString();
    }

    /** The body of an order: a customer, then SKUs and quantities in turn. */
    static String orderBody(String customer, Object... skusAndQuantities) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            lines.add("{\"sku\":\"%s\",\"quantity\":%s}".formatted(skusAndQuantities[i], skusAndQuantities[i + 1]));
        }
        return "{\"customerId\":\"%s\",\"lines\":[%s]}".formatted(customer, String.join(",", lines));
    }

    /** Products of one currency with plenty of stock. */
    List<JsonNode> stocked(int count) {
        var found = new ArrayList<JsonNode>();
        for (JsonNode product : pages(Paths.PRODUCTS + "?limit=" + Limits.PAGE_MAX, 5)) {
            boolean fits =
                    found.isEmpty() || found.getFirst().at("/price/currency").equals(product.at("/price/currency"));
            if (fits && product.path("stock").asInt() >= 1000 && found.size() < count) {
                found.add(product);
            }
        }
        if (found.size() < count) {
            throw new ConformanceFailure("the suite needs " + count
                    + " products of one currency with a stock of 1000 or more within the first 500;"
                    + " load the data set with 'migrations data'");
        }
        return found;
    }

    String stockedSku() {
        return stocked(1).getFirst().path("sku").asText();
    }

    /** A product that can be sold out with one order. */
    JsonNode scarce() {
        for (String category : List.of("imports", "")) {
            String query = category.isEmpty() ? "" : "&category=" + category;
            for (JsonNode product : pages(Paths.PRODUCTS + "?limit=" + Limits.PAGE_MAX + query, 100)) {
                int stock = product.path("stock").asInt();
                if (stock >= 2 && stock <= Limits.ORDER_QUANTITY_MAX) {
                    return product;
                }
            }
        }
        throw new ConformanceFailure(
                "the suite needs a product with a stock of 2 to 1000; the data set of 'migrations data' has some in category imports");
    }

    /** A product of another currency than {@code currency}. */
    Optional<JsonNode> ofAnotherCurrency(String currency) {
        return pages(Paths.PRODUCTS + "?limit=" + Limits.PAGE_MAX, 3).stream()
                .filter(it -> !it.at("/price/currency").asText().equals(currency))
                .findFirst();
    }

    /** The items of at most {@code most} pages. */
    List<JsonNode> pages(String path, int most) {
        var items = new ArrayList<JsonNode>();
        String next = path;
        for (int page = 0; page < most; page++) {
            JsonNode body = get(next).expect(200).json();
            body.path("items").forEach(items::add);
            JsonNode cursor = body.path("nextCursor");
            if (cursor.isNull()) {
                break;
            }
            next = path + "&cursor=" + cursor.asText();
        }
        return items;
    }

    /** Runs {@code request} that many times at once; gives every answer. */
    List<HttpExchange> atOnce(int times, Callable<HttpExchange> request) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<HttpExchange>>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<HttpExchange>();
            for (var future : futures) {
                try {
                    answers.add(future.get());
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof ConformanceFailure failure) {
                        throw failure;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
            return answers;
        }
    }

    static Map<String, String> pairs(String... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ConformanceFailure(otherwise);
        }
    }
}
