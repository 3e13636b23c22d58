package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Ping and products. */
final class ReadChecks {
    private ReadChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.add(new Check("ping answers pong", s -> {
            var answer = s.get(Paths.PING).expect(200);
            Session.require(answer.text().equals("{\"message\":\"pong\"}"), "ping answered " + answer.text());
        }));
        checks.add(new Check("products come in SKU order, as many as asked for, each once", s -> {
            String before = "";
            var seen = new HashSet<String>();
            for (JsonNode product : s.pages(Paths.PRODUCTS + "?limit=7", 5)) {
                String sku = product.path("sku").asText();
                Session.require(sku.compareTo(before) > 0 && seen.add(sku), "product " + sku + " came after " + before);
                before = sku;
            }
            Session.require(seen.size() == 35, "five pages of 7 gave " + seen.size() + " products");
        }));
        checks.add(new Check("a page without limit has 20 products", s -> {
            int size = s.get(Paths.PRODUCTS).expect(200).json().path("items").size();
            Session.require(size == 20, "the page has " + size);
        }));
        checks.add(new Check("the last page has no cursor", s -> {
            String category = s.get(Paths.PRODUCTS + "?limit=1")
                    .json()
                    .at("/items/0/category")
                    .asText();
            List<JsonNode> all = s.pages(Paths.PRODUCTS + "?limit=100&category=" + category, 1000);
            Session.require(!all.isEmpty(), "category " + category + " is empty");
            String last = all.getLast().path("sku").asText();
            String cursor = PageCursor.PRODUCTS.encode(last);
            JsonNode after = s.get(Paths.PRODUCTS + "?category=" + category + "&cursor=" + cursor)
                    .expect(200)
                    .json();
            Session.require(
                    after.path("items").isEmpty() && after.path("nextCursor").isNull(),
                    "after the last product came " + after);
        }));
        checks.add(new Check("a category shows its own products only, an unknown one none", s -> {
            String category = s.get(Paths.PRODUCTS + "?limit=1")
                    .json()
                    .at("/items/0/category")
                    .asText();
            for (JsonNode product : s.get(Paths.PRODUCTS + "?limit=50&category=" + category)
                    .expect(200)
                    .json()
                    .path("items")) {
                Session.require(
                        product.path("category").asText().equals(category),
                        "category " + category + " shows " + product);
            }
            JsonNode none = s.get(Paths.PRODUCTS + "?category=no-such-category")
                    .expect(200)
                    .json();
            Session.require(
                    none.path("items").isEmpty() && none.path("nextCursor").isNull(),
                    "an unknown category shows " + none);
        }));
        for (String bad : List.of("0", "101", "-1", "x", "1.5", "", "99999999999", "%201")) {
            checks.add(new Check("limit='" + bad + "' is 400", s -> {
                s.get(Paths.PRODUCTS + "?limit=" + bad)
                        .expectProblem(400, "invalid-parameter")
                        .expectFieldError("limit");
                s.get(Paths.ORDERS + "?limit=" + bad)
                        .expectProblem(400, "invalid-parameter")
                        .expectFieldError("limit");
            }));
        }
        for (String bad : List.of("x", "!!!!", "cDE6", "bzE6YWJj", "a".repeat(500))) {
            checks.add(
                    new Check("cursor '" + (bad.length() > 20 ? bad.length() + " characters" : bad) + "' is 400", s -> {
                        s.get(Paths.PRODUCTS + "?cursor=" + bad)
                                .expectProblem(400, "invalid-parameter")
                                .expectFieldError("cursor");
                        s.get(Paths.ORDERS + "?cursor=" + bad)
                                .expectProblem(400, "invalid-parameter")
                                .expectFieldError("cursor");
                    }));
        }
        checks.add(new Check("a cursor of another list is 400", s -> {
            String cursor =
                    s.get(Paths.PRODUCTS + "?limit=1").json().path("nextCursor").asText();
            s.get(Paths.ORDERS + "?cursor=" + cursor)
                    .expectProblem(400, "invalid-parameter")
                    .expectFieldError("cursor");
        }));
        checks.add(new Check("a category of a wrong form is 400", s -> s.get(Paths.PRODUCTS + "?category=Books!")
                .expectProblem(400, "invalid-parameter")
                .expectFieldError("category")));
        checks.add(new Check("a parameter given twice is 400, and every wrong one is told", s -> {
            var answer = s.get(Paths.PRODUCTS + "?limit=1&limit=2&category=B&cursor=x")
                    .expectProblem(400, "invalid-parameter");
            answer.expectFieldError("limit").expectFieldError("category").expectFieldError("cursor");
        }));
        checks.add(new Check("an unknown parameter is ignored", s -> s.get(Paths.PRODUCTS + "?colour=red&limit=1")
                .expect(200)));
        checks.add(new Check("a product answers with its entity tag", s -> {
            String sku = s.stockedSku();
            var answer = s.product(sku);
            Session.require(
                    answer.json().path("sku").asText().equals(sku), "asked for " + sku + ", got " + answer.text());
            answer.expectHeader("ETag", "\"v" + answer.json().path("version").asLong() + "\"")
                    .expectHeader("Cache-Control", "no-cache");
        }));
        for (String form : List.of("%s", "W/%s", "\"v0\", %s", "*")) {
            checks.add(new Check("If-None-Match " + form.replace("%s", "<tag>") + " is 304", s -> {
                String sku = s.stockedSku();
                String tag = s.product(sku).header("ETag").orElseThrow();
                s.get(Paths.PRODUCTS + '/' + sku, "If-None-Match", form.replace("%s", tag))
                        .expect(304)
                        .expectHeader("ETag", tag);
            }));
        }
        checks.add(new Check("If-None-Match with another tag is 200", s -> s.get(
                        Paths.PRODUCTS + '/' + s.stockedSku(), "If-None-Match", "\"v0\", \"x\"")
                .expect(200)));
        checks.add(new Check("an unknown product is 404", s -> s.get(Paths.PRODUCTS + "/NO-SUCH-SKU")
                .expectProblem(404, "not-found")));
        for (String bad : List.of("ab", "lower-case", "A".repeat(41), "A%20B", "A_B")) {
            checks.add(new Check("product '" + bad + "' is 400", s -> s.get(Paths.PRODUCTS + '/' + bad)
                    .expectProblem(400, "invalid-parameter")
                    .expectFieldError("sku")));
        }
        return checks;
    }
}
