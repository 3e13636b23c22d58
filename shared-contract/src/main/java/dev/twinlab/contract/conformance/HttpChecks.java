package dev.twinlab.contract.conformance;

import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Routes, methods, content negotiation, request ids. */
final class HttpChecks {
    private static final String ANY_ID = "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";

    private HttpChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (String path : List.of(
                "/",
                "/api",
                "/api/v1",
                "/api/v2/ping",
                "/api/v1/nothing",
                "/api/v1/orders/" + ANY_ID + "/ship",
                "/health/live",
                "/metrics",
                "/version")) {
            checks.add(new Check("no operation at " + path, s -> s.get(path).expectProblem(404, "not-found")));
        }
        for (String path : List.of(Paths.PING, Paths.PRODUCTS, Paths.ORDERS, Paths.SALES_REPORT)) {
            checks.add(new Check(
                    "no operation at " + path + "/", s -> s.get(path + '/').expectProblem(404, "not-found")));
        }
        methods(checks, Paths.PING, "GET, HEAD", List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS"));
        methods(checks, Paths.PRODUCTS, "GET, HEAD", List.of("POST", "DELETE"));
        methods(checks, Paths.PRODUCTS + "/SKU-000001", "GET, HEAD", List.of("PUT", "PATCH", "DELETE"));
        methods(checks, Paths.ORDERS, "GET, HEAD, POST", List.of("PUT", "DELETE", "OPTIONS"));
        methods(checks, Paths.ORDERS + '/' + ANY_ID, "GET, HEAD", List.of("POST", "PUT", "DELETE"));
        methods(checks, Paths.ORDERS + '/' + ANY_ID + "/cancel", "POST", List.of("GET", "HEAD", "DELETE"));
        methods(checks, Paths.SALES_REPORT, "GET, HEAD", List.of("POST"));
        checks.add(new Check("HEAD answers as GET, without a body", s -> {
            String sku = s.stockedSku();
            for (String path : List.of(
                    Paths.PING,
                    Paths.PRODUCTS,
                    Paths.PRODUCTS + '/' + sku,
                    Paths.ORDERS,
                    Paths.PRODUCTS + "/NO-SUCH-SKU",
                    Paths.PRODUCTS + "?limit=0",
                    Paths.PING + "/nothing")) {
                var get = s.get(path);
                var head = s.send("HEAD", path, Map.of(), "").expect(get.status());
                Session.require(
                        head.header("ETag").equals(get.header("ETag"))
                                && head.header("Content-Type").equals(get.header("Content-Type")),
                        "HEAD " + path + " has " + head.headers() + ", GET has " + get.headers());
            }
        }));
        for (String accepted : List.of(
                "application/json",
                "*/*",
                "application/*",
                "text/html, application/json;q=0.1",
                "application/json;charset=utf-8",
                "text/html, */*;q=0.1")) {
            checks.add(new Check("Accept: " + accepted + " is served", s -> {
                s.get(Paths.PING, "Accept", accepted).expect(200);
                s.get(Paths.PRODUCTS + "?limit=1", "Accept", accepted).expect(200);
            }));
        }
        for (String refused : List.of(
                "text/html", "application/xml", "application/problem+json", "image/*", "application/json;q=0")) {
            checks.add(new Check("Accept: " + refused + " is 406", s -> {
                s.get(Paths.PING, "Accept", refused).expectProblem(406, "not-acceptable");
                s.write(
                                "POST",
                                Paths.ORDERS,
                                Session.orderBody(ANY_ID, "SKU-000001", 1),
                                "Accept",
                                refused,
                                Headers.IDEMPOTENCY_KEY,
                                Session.newKey())
                        .expectProblem(406, "not-acceptable");
            }));
        }
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "text/json")) {
            checks.add(new Check("Content-Type: " + type + " is 415", s -> s.write(
                            "POST",
                            Paths.ORDERS,
                            Session.orderBody(ANY_ID, "SKU-000001", 1),
                            "Content-Type",
                            type,
                            Headers.IDEMPOTENCY_KEY,
                            Session.newKey())
                    .expectProblem(415, "unsupported-media-type")));
        }
        checks.add(new Check("no Content-Type is 415", s -> s.send(
                        "POST",
                        Paths.ORDERS,
                        Session.pairs(
                                "Authorization",
                                "Bearer " + s.tokens().writer("suite"),
                                Headers.IDEMPOTENCY_KEY,
                                Session.newKey()),
                        Session.orderBody(ANY_ID, "SKU-000001", 1))
                .expectProblem(415, "unsupported-media-type")));
        checks.add(new Check("Content-Type: application/json;charset=utf-8 is taken", s -> s.write(
                        "POST",
                        Paths.ORDERS,
                        Session.orderBody(Session.newCustomer(), s.stockedSku(), 1),
                        "Content-Type",
                        "application/json;charset=utf-8",
                        Headers.IDEMPOTENCY_KEY,
                        Session.newKey())
                .expect(201)));
        for (String id : List.of("abcdefgh", "a.b_c-D-0123456789", "x".repeat(128))) {
            checks.add(new Check("X-Request-Id of " + id.length() + " good characters is kept", s -> {
                s.get(Paths.PING, Headers.REQUEST_ID, id).expect(200).expectHeader(Headers.REQUEST_ID, id);
                s.get(Paths.PRODUCTS + "/NO-SUCH-SKU", Headers.REQUEST_ID, id)
                        .expect(404)
                        .expectHeader(Headers.REQUEST_ID, id);
                s.get("/nothing", Headers.REQUEST_ID, id).expect(404).expectHeader(Headers.REQUEST_ID, id);
            }));
        }
        for (String id : List.of("short", "x".repeat(129), "with space", "quote\"d-id", "semi;colon")) {
            checks.add(new Check(
                    "X-Request-Id '" + (id.length() > 40 ? id.length() + " characters" : id) + "' is replaced", s -> {
                        s.get(Paths.PING, Headers.REQUEST_ID, id).expect(200);
                        s.get("/nothing", Headers.REQUEST_ID, id).expect(404);
                    }));
        }
        checks.add(new Check("every generated X-Request-Id is another", s -> {
            var first = s.get(Paths.PING).header(Headers.REQUEST_ID);
            Session.require(
                    !s.get(Paths.PING).header(Headers.REQUEST_ID).equals(first), "two requests got the id " + first);
        }));
        return checks;
    }

    private static void methods(List<Check> checks, String path, String allowed, List<String> refused) {
        for (String method : refused) {
            checks.add(new Check(method + ' ' + path + " is 405", s -> {
                // HEAD is answered without a body, so the problem cannot be looked at.
                var answer = s.send(method, path, Map.of(), "").expect(405).expectHeader("Allow", allowed);
                if (!method.equals("HEAD")) {
                    answer.expectProblem(405, "method-not-allowed");
                }
            }));
        }
    }
}
