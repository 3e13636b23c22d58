package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Placing, reading, listing and cancelling orders. */
final class OrderChecks {
    private static final int DUPLICATES = 12;

    private OrderChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        placing(checks);
        idempotency(checks);
        bodies(checks);
        stock(checks);
        reading(checks);
        cancelling(checks);
        return checks;
    }

    private static void placing(List<Check> checks) {
        checks.add(new Check("an order is priced, located, and read back as it was answered", s -> {
            List<JsonNode> products = s.stocked(2);
            String first = products.get(0).path("sku").asText();
            String second = products.get(1).path("sku").asText();
            String customer = Session.newCustomer();
            // Lines in the wrong order: the answer has them by SKU.
            var placed =
                    s.order(Session.orderBody(customer, second, 3, first, 2)).expect(201);
            JsonNode order = placed.json();
            long expected = 2 * products.get(0).at("/price/amountMinor").asLong()
                    + 3 * products.get(1).at("/price/amountMinor").asLong();
            Session.require(
                    order.at("/total/amountMinor").asLong() == expected
                            && order.at("/lines/0/sku").asText().equals(first)
                            && order.at("/lines/1/quantity").asInt() == 3
                            && order.path("status").asText().equals("PENDING")
                            && order.path("customerId").asText().equals(customer)
                            && order.path("createdAt").equals(order.path("updatedAt")),
                    "an order of 2 x " + products.get(0) + " and 3 x " + products.get(1) + " was answered as " + order);
            String id = order.path("id").asText();
            placed.expectHeader("Location", Paths.ORDERS + '/' + id);
            Session.require(
                    placed.header(Headers.IDEMPOTENCY_REPLAYED).isEmpty(), "a first answer says that it is a replay");
            JsonNode read = s.get(Paths.ORDERS + '/' + id).expect(200).json();
            Session.require(read.equals(order), "placed " + order + ", read " + read);
        }));
        checks.add(new Check("an upper-case customer id is kept in lower case", s -> {
            String customer = "018F4E2A-7C3B-7D10-8A55-3F1C2B4D5E6F";
            String kept = s.order(Session.orderBody(customer, s.stockedSku(), 1))
                    .expect(201)
                    .json()
                    .path("customerId")
                    .asText();
            Session.require(kept.equals(customer.toLowerCase(Locale.ROOT)), "kept as " + kept);
        }));
        checks.add(new Check("50 lines are taken, 51 are 422", s -> {
            List<JsonNode> products = s.stocked(Limits.ORDER_LINES_MAX + 1);
            s.order(Session.orderBody(Session.newCustomer(), lines(products, Limits.ORDER_LINES_MAX)))
                    .expect(201);
            s.order(Session.orderBody(Session.newCustomer(), lines(products, Limits.ORDER_LINES_MAX + 1)))
                    .expectProblem(422, "validation-failed")
                    .expectFieldError("lines");
        }));
    }

    private static Object[] lines(List<JsonNode> products, int count) {
        return products.stream()
                .limit(count)
                .flatMap(it -> Stream.<Object>of(it.path("sku").asText(), 1))
                .toArray();
    }

    private static void idempotency(List<Check> checks) {
        checks.add(new Check("the same key and order give the first answer again, also after a cancel", s -> {
            String key = Session.newKey();
            String sku = s.stockedSku();
            String customer = Session.newCustomer();
            String body = Session.orderBody(customer, sku, 1);
            String respelled = "{ \"lines\" : [ {\"quantity\":1, \"sku\":\"%s\"} ],\n \"customerId\":\"%s\" }"
                    .formatted(sku, customer);
            JsonNode first = s.order(key, body).expect(201).json();
            int left = s.stock(sku);
            for (String again : List.of(body, respelled)) {
                var replay = s.order(key, again).expect(201).expectHeader(Headers.IDEMPOTENCY_REPLAYED, "true");
                replay.expectHeader(
                        "Location", Paths.ORDERS + '/' + first.path("id").asText());
                Session.require(replay.json().equals(first), "first " + first + ", again " + replay.text());
            }
            Session.require(s.stock(sku) == left, "a replay took stock");
            s.cancel(first.path("id").asText()).expect(200);
            JsonNode afterCancel = s.order(key, body)
                    .expect(201)
                    .expectHeader(Headers.IDEMPOTENCY_REPLAYED, "true")
                    .json();
            Session.require(afterCancel.equals(first), "first " + first + ", after the cancel " + afterCancel);
        }));
        checks.add(new Check("the same key with another order is 409", s -> {
            String key = Session.newKey();
            String sku = s.stockedSku();
            String customer = Session.newCustomer();
            s.order(key, Session.orderBody(customer, sku, 1)).expect(201);
            s.order(key, Session.orderBody(customer, sku, 2)).expectProblem(409, "idempotency-key-reused");
            s.order(key, Session.orderBody(Session.newCustomer(), sku, 1)).expectProblem(409, "idempotency-key-reused");
        }));
        checks.add(new Check("keys belong to the subject of the token", s -> {
            String key = Session.newKey();
            String sku = s.stockedSku();
            s.order(key, Session.orderBody(Session.newCustomer(), sku, 1)).expect(201);
            var other = s.write(
                            "POST",
                            Paths.ORDERS,
                            Session.orderBody(Session.newCustomer(), sku, 1),
                            Headers.IDEMPOTENCY_KEY,
                            key,
                            "Authorization",
                            "Bearer " + s.tokens().writer("somebody-else"))
                    .expect(201);
            Session.require(
                    other.header(Headers.IDEMPOTENCY_REPLAYED).isEmpty(), "another subject got the order of the first");
        }));
        checks.add(new Check("a failed attempt does not use up its key", s -> {
            String key = Session.newKey();
            String customer = Session.newCustomer();
            s.order(key, Session.orderBody(customer, "NO-SUCH-SKU", 1)).expectProblem(422, "validation-failed");
            s.order(key, Session.orderBody(customer, s.stockedSku(), 1)).expect(201);
        }));
        checks.add(new Check("concurrent duplicates of one key make one order", s -> {
            String key = Session.newKey();
            String sku = s.stockedSku();
            int before = s.stock(sku);
            String body = Session.orderBody(Session.newCustomer(), sku, 1);
            List<HttpExchange> answers =
                    s.atOnce(DUPLICATES, () -> s.order(key, body).expect(201));
            var ids = new TreeSet<String>();
            answers.forEach(it -> ids.add(it.json().path("id").asText()));
            long firsts = answers.stream()
                    .filter(it -> it.header(Headers.IDEMPOTENCY_REPLAYED).isEmpty())
                    .count();
            Session.require(
                    ids.size() == 1 && firsts == 1,
                    DUPLICATES + " duplicates made orders " + ids + ", " + firsts + " of them new");
            Session.require(
                    s.stock(sku) == before - 1,
                    DUPLICATES + " duplicates took " + (before - s.stock(sku)) + " of the stock");
        }));
        for (String bad : List.of("short", "x".repeat(129), "with space in it", "umlaut-\u00e4-key")) {
            checks.add(new Check(
                    "Idempotency-Key '" + (bad.length() > 40 ? bad.length() + " characters" : bad) + "' is 400",
                    s -> s.order(bad, Session.orderBody(Session.newCustomer(), s.stockedSku(), 1))
                            .expectProblem(400, "invalid-parameter")
                            .expectFieldError(Headers.IDEMPOTENCY_KEY)));
        }
        checks.add(new Check("no Idempotency-Key is 400", s -> s.write(
                        "POST", Paths.ORDERS, Session.orderBody(Session.newCustomer(), s.stockedSku(), 1))
                .expectProblem(400, "invalid-parameter")
                .expectFieldError(Headers.IDEMPOTENCY_KEY)));
    }

    private static void bodies(List<Check> checks) {
        String customer = "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";
        String good = "{\"sku\":\"SKU-000001\",\"quantity\":1}";
        Map<String, String> malformed = new LinkedHashMap<>();
        malformed.put("nothing", "");
        malformed.put("half an object", "{\"customerId\":");
        malformed.put("no JSON", "customerId=1");
        malformed.put("a list", "[]");
        malformed.put("null", "null");
        malformed.put("a number", "42");
        malformed.put("a text", "\"order\"");
        malformed.put(
                "an unknown member",
                "{\"customerId\":\"%s\",\"lines\":[%s],\"coupon\":\"x\"}".formatted(customer, good));
        malformed.put(
                "an unknown member of a line",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":1,\"price\":1}]}"
                        .formatted(customer));
        malformed.put(
                "a repeated member",
                "{\"customerId\":\"%s\",\"customerId\":\"%s\",\"lines\":[%s]}".formatted(customer, customer, good));
        malformed.put("a number for a text", "{\"customerId\":7,\"lines\":[%s]}".formatted(good));
        malformed.put("a text for a list", "{\"customerId\":\"%s\",\"lines\":\"x\"}".formatted(customer));
        malformed.put("an object for a list", "{\"customerId\":\"%s\",\"lines\":%s}".formatted(customer, good));
        malformed.put("a list for an object", "{\"customerId\":\"%s\",\"lines\":[[]]}".formatted(customer));
        malformed.put(
                "a text for a number",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":\"1\"}]}".formatted(customer));
        malformed.put(
                "a truth value for a number",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":true}]}".formatted(customer));
        malformed.put(
                "a fraction",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":1.5}]}".formatted(customer));
        malformed.put(
                "2.0 for a whole number",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":2.0}]}".formatted(customer));
        malformed.put(
                "an exponent",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":1e2}]}".formatted(customer));
        malformed.put(
                "something behind the object", "{\"customerId\":\"%s\",\"lines\":[%s]} {}".formatted(customer, good));
        malformed.put("a comment", "{/* */\"customerId\":\"%s\",\"lines\":[%s]}".formatted(customer, good));
        malformed.put("30,000 nested lists", "{\"customerId\":" + "[".repeat(30_000));
        malformed.put("10,000 nested objects", "{\"lines\":" + "{\"a\":".repeat(10_000));
        malformed.put("a control character in a text", "{\"customerId\":\"a\u0001b\",\"lines\":[%s]}".formatted(good));
        malformed.forEach((name, body) -> checks.add(new Check("a body with " + name + " is 400", s -> s.write(
                        "POST",
                        Paths.ORDERS,
                        body,
                        Headers.IDEMPOTENCY_KEY,
                        Session.newKey(),
                        "Content-Type",
                        Headers.JSON)
                .expectProblem(400, "malformed-request"))));

        checks.add(invalid("nothing in it", "{}", "customerId", "lines"));
        checks.add(invalid("nulls", "{\"customerId\":null,\"lines\":null}", "customerId", "lines"));
        checks.add(invalid("no lines", "{\"customerId\":\"%s\",\"lines\":[]}".formatted(customer), "lines"));
        checks.add(invalid(
                "a line that is null", "{\"customerId\":\"%s\",\"lines\":[null]}".formatted(customer), "lines[0]"));
        checks.add(invalid(
                "an empty line",
                "{\"customerId\":\"%s\",\"lines\":[{}]}".formatted(customer),
                "lines[0].sku",
                "lines[0].quantity"));
        checks.add(invalid(
                "a bad customer id", "{\"customerId\":\"1-1-1-1-1\",\"lines\":[%s]}".formatted(good), "customerId"));
        checks.add(invalid(
                "quantities out of range",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":0},{\"sku\":\"SKU-000002\",\"quantity\":1001},{\"sku\":\"SKU-000003\",\"quantity\":-5}]}"
                        .formatted(customer),
                "lines[0].quantity",
                "lines[1].quantity",
                "lines[2].quantity"));
        checks.add(invalid(
                "a quantity beyond 64 bits",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":99999999999999999999}]}"
                        .formatted(customer),
                "lines[0].quantity"));
        checks.add(invalid(
                "a SKU of a wrong form",
                "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"sku 1\",\"quantity\":1}]}".formatted(customer),
                "lines[0].sku"));
        checks.add(invalid(
                "one SKU in two lines",
                "{\"customerId\":\"%s\",\"lines\":[%s,%s]}".formatted(customer, good, good),
                "lines[1].sku"));
        checks.add(invalid(
                "products that do not exist",
                Session.orderBody(customer, "NO-SUCH-SKU-2", 1, "NO-SUCH-SKU-1", 1),
                "lines[0].sku",
                "lines[1].sku"));
        checks.add(new Check("a body of two currencies is 422", s -> {
            JsonNode product = s.stocked(1).getFirst();
            String currency = product.at("/price/currency").asText();
            JsonNode other = s.ofAnotherCurrency(currency)
                    .orElseThrow(() -> new ConformanceFailure(
                            "the suite needs a product that is not in " + currency + " within the first 300"));
            s.order(Session.orderBody(
                            Session.newCustomer(),
                            product.path("sku").asText(),
                            1,
                            other.path("sku").asText(),
                            1))
                    .expectProblem(422, "validation-failed")
                    .expectFieldError("lines[1].sku");
        }));
        checks.add(new Check("a body over 64 KiB is 413, whether its length is told or not", s -> {
            String body = "{\"customerId\":\"" + "x".repeat(Limits.BODY_BYTES_MAX) + "\"}";
            s.order(body).expectProblem(413, "payload-too-large");
            s.sendChunked("POST", Paths.ORDERS, headers(s), body).expectProblem(413, "payload-too-large");
        }));
        checks.add(new Check("a chunked body is taken, and one of just 64 KiB is read", s -> {
            String order = Session.orderBody(Session.newCustomer(), s.stockedSku(), 1);
            s.sendChunked("POST", Paths.ORDERS, headers(s), order).expect(201);
            s.order(order + " ".repeat(Limits.BODY_BYTES_MAX - order.length())).expect(201);
        }));
    }

    private static Map<String, String> headers(Session s) {
        return Session.pairs(
                "Authorization",
                "Bearer " + s.tokens().writer("suite"),
                "Content-Type",
                Headers.JSON,
                Headers.IDEMPOTENCY_KEY,
                Session.newKey());
    }

    private static Check invalid(String name, String body, String... fields) {
        return new Check("a body with " + name + " is 422", s -> {
            var answer = s.order(body).expectProblem(422, "validation-failed");
            for (String field : fields) {
                answer.expectFieldError(field);
            }
            var told = new HashSet<String>();
            answer.json().path("errors").forEach(it -> told.add(it.path("field").asText()));
            Session.require(
                    told.equals(new HashSet<>(List.of(fields))), "told " + told + ", expected " + List.of(fields));
        });
    }

    private static void stock(List<Check> checks) {
        checks.add(new Check("an order takes its stock and changes the entity tag", s -> {
            String sku = s.stockedSku();
            var before = s.product(sku);
            s.order(Session.orderBody(Session.newCustomer(), sku, 3)).expect(201);
            var after = s.product(sku);
            Session.require(
                    after.json().path("stock").asInt()
                                    == before.json().path("stock").asInt() - 3
                            && !after.header("ETag").equals(before.header("ETag")),
                    "an order of 3 changed " + before.text() + " to " + after.text());
        }));
        checks.add(new Check("too little stock is 409 and takes nothing, not even of the other lines", s -> {
            JsonNode scarce = s.scarce();
            String currency = scarce.at("/price/currency").asText();
            String sku = scarce.path("sku").asText();
            int more = scarce.path("stock").asInt() + 1;
            s.order(Session.orderBody(Session.newCustomer(), sku, Math.min(more, Limits.ORDER_QUANTITY_MAX)))
                    .expectProblem(409, "insufficient-stock");
            Session.require(
                    s.stock(sku) == scarce.path("stock").asInt(),
                    "a refused order took stock of " + sku + " (" + currency + ")");
        }));
        checks.add(new Check("of concurrent orders for the last item exactly one wins", s -> {
            JsonNode scarce = s.scarce();
            String sku = scarce.path("sku").asText();
            int stock = scarce.path("stock").asInt();
            var orders = new ArrayList<String>();
            orders.add(s.order(Session.orderBody(Session.newCustomer(), sku, stock - 1))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText());
            try {
                List<HttpExchange> answers =
                        s.atOnce(DUPLICATES, () -> s.order(Session.orderBody(Session.newCustomer(), sku, 1)));
                answers.stream()
                        .filter(it -> it.status() == 201)
                        .forEach(it -> orders.add(it.json().path("id").asText()));
                for (HttpExchange answer : answers) {
                    if (answer.status() != 201) {
                        answer.expectProblem(409, "insufficient-stock");
                    }
                }
                Session.require(
                        orders.size() == 2, (orders.size() - 1) + " of " + DUPLICATES + " orders got the last " + sku);
                Session.require(s.stock(sku) == 0, "the last " + sku + " was sold, and " + s.stock(sku) + " are left");
            } finally {
                // The suite leaves the stock as it found it, so that it can run again.
                orders.forEach(s::cancel);
            }
            Session.require(s.stock(sku) == stock, "after the cancels " + s.stock(sku) + " of " + stock + " are there");
        }));
        checks.add(
                new Check("concurrent orders of the same two products in opposite order do not block each other", s -> {
                    List<JsonNode> products = s.stocked(2);
                    String a = products.get(0).path("sku").asText();
                    String b = products.get(1).path("sku").asText();
                    var turn = new AtomicInteger();
                    s.atOnce(DUPLICATES, () -> {
                        boolean forward = turn.getAndIncrement() % 2 == 0;
                        return s.order(Session.orderBody(Session.newCustomer(), forward ? a : b, 1, forward ? b : a, 1))
                                .expect(201);
                    });
                }));
    }

    private static void reading(List<Check> checks) {
        checks.add(new Check("an unknown order is 404", s -> s.get(Paths.ORDERS + '/' + UUID.randomUUID())
                .expectProblem(404, "not-found")));
        for (String bad : List.of(
                "abc", "1-1-1-1-1", "018f4e2a7c3b7d108a553f1c2b4d5e6f", "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6g")) {
            checks.add(new Check("order '" + bad + "' is 400", s -> {
                s.get(Paths.ORDERS + '/' + bad)
                        .expectProblem(400, "invalid-parameter")
                        .expectFieldError("id");
                s.cancel(bad).expectProblem(400, "invalid-parameter").expectFieldError("id");
            }));
        }
        checks.add(new Check("orders are listed newest first, by customer and by status", s -> {
            String customer = Session.newCustomer();
            var ids = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                ids.addFirst(place(s, customer));
            }
            s.cancel(ids.get(1)).expect(200);
            require(s, "?customerId=" + customer, ids);
            require(s, "?customerId=" + customer + "&status=CANCELLED", List.of(ids.get(1)));
            require(s, "?customerId=" + customer + "&status=PENDING", List.of(ids.get(0), ids.get(2)));
            for (JsonNode order : s.get(Paths.ORDERS + "?status=CANCELLED&limit=5")
                    .expect(200)
                    .json()
                    .path("items")) {
                Session.require(order.path("status").asText().equals("CANCELLED"), "status=CANCELLED lists " + order);
            }
        }));
        checks.add(new Check("pages of orders neither skip nor repeat while orders are placed", s -> {
            String customer = Session.newCustomer();
            var expected = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                expected.addFirst(place(s, customer));
            }
            var seen = new ArrayList<String>();
            String path = Paths.ORDERS + "?limit=5&customerId=" + customer;
            String next = path;
            while (true) {
                JsonNode page = s.get(next).expect(200).json();
                page.path("items").forEach(it -> seen.add(it.path("id").asText()));
                if (page.path("nextCursor").isNull()) {
                    break;
                }
                place(s, customer);
                next = path + "&cursor=" + page.path("nextCursor").asText();
            }
            Session.require(seen.equals(expected), "expected " + expected + ", the pages had " + seen);
        }));
        checks.add(new Check("a bad filter is 400", s -> {
            s.get(Paths.ORDERS + "?customerId=abc&status=LOST")
                    .expectProblem(400, "invalid-parameter")
                    .expectFieldError("customerId")
                    .expectFieldError("status");
            s.get(Paths.ORDERS + "?status=pending")
                    .expectProblem(400, "invalid-parameter")
                    .expectFieldError("status");
        }));
    }

    private static String place(Session s, String customer) {
        return s.order(Session.orderBody(customer, s.stockedSku(), 1))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void require(Session s, String query, List<String> expected) {
        var ids = new ArrayList<String>();
        s.get(Paths.ORDERS + query)
                .expect(200)
                .json()
                .path("items")
                .forEach(it -> ids.add(it.path("id").asText()));
        Session.require(ids.equals(expected), query + " lists " + ids + ", expected " + expected);
    }

    private static void cancelling(List<Check> checks) {
        checks.add(new Check("a cancel returns the stock, once", s -> {
            String sku = s.stockedSku();
            int before = s.stock(sku);
            JsonNode placed = s.order(Session.orderBody(Session.newCustomer(), sku, 5))
                    .expect(201)
                    .json();
            String id = placed.path("id").asText();
            JsonNode cancelled = s.cancel(id).expect(200).json();
            Session.require(
                    cancelled.path("status").asText().equals("CANCELLED")
                            && cancelled.path("lines").equals(placed.path("lines")),
                    "the cancelled order is " + cancelled);
            Session.require(s.stock(sku) == before, "the stock was " + before + " and is " + s.stock(sku));
            s.cancel(id).expectProblem(409, "order-state-conflict");
            Session.require(s.stock(sku) == before, "a second cancel moved the stock to " + s.stock(sku));
            JsonNode read = s.get(Paths.ORDERS + '/' + id).expect(200).json();
            Session.require(read.equals(cancelled), "cancelled as " + cancelled + ", read as " + read);
        }));
        checks.add(new Check("of concurrent cancels exactly one wins", s -> {
            String sku = s.stockedSku();
            int before = s.stock(sku);
            String id = s.order(Session.orderBody(Session.newCustomer(), sku, 4))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            long won = s.atOnce(DUPLICATES, () -> s.cancel(id)).stream()
                    .filter(it -> it.status() == 200)
                    .count();
            Session.require(
                    won == 1 && s.stock(sku) == before,
                    won + " cancels won; the stock was " + before + " and is " + s.stock(sku));
        }));
        checks.add(new Check("a shipped order cannot be cancelled", s -> {
            JsonNode shipped = s.get(Paths.ORDERS + "?status=SHIPPED&limit=1")
                    .expect(200)
                    .json()
                    .path("items");
            Session.require(
                    !shipped.isEmpty(), "the suite needs a shipped order; load the data set with 'migrations data'");
            s.cancel(shipped.get(0).path("id").asText()).expectProblem(409, "order-state-conflict");
        }));
        checks.add(new Check(
                "an unknown order cannot be cancelled: 404",
                s -> s.cancel(UUID.randomUUID().toString()).expectProblem(404, "not-found")));
        checks.add(new Check("a body of a cancel is not looked at", s -> {
            String id = place(s, Session.newCustomer());
            s.write("POST", Paths.ORDERS + '/' + id + "/cancel", "{\"reason\":\"none\"}")
                    .expect(200);
        }));
    }
}
