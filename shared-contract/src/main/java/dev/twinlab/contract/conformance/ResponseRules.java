package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.contract.http.Headers;
import dev.twinlab.contract.http.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What every answer of the API must be, whatever was asked. The suite puts each answer that it sees through this. */
final class ResponseRules {
    private static final List<String> LEAKS = List.of(
            "Exception",
            "at java.",
            "at dev.twinlab",
            "io.helidon",
            "io.micronaut",
            "org.postgresql",
            "SELECT ",
            "INSERT ");
    private static final Set<String> ALWAYS_ALLOWED = Set.of(
            "date", "connection", "content-length", "content-type", "x-request-id", "x-variant", "cache-control");

    private final OpenApiDocument document;

    ResponseRules(OpenApiDocument document) {
        this.document = document;
    }

    /** @throws ConformanceFailure at the first rule that {@code exchange} breaks */
    void check(HttpExchange exchange) {
        common(exchange);
        String path = exchange.target().replaceAll("\\?.*", "");
        Optional<JsonNode> declared = document.response(exchange.method(), path, exchange.status());
        boolean noOperation = exchange.status() == 404 && !document.hasPath(path)
                || exchange.status() == 405
                || exchange.status() == 400;
        if (declared.isEmpty() && !noOperation) {
            throw exchange.failure("a status that the document declares", "status " + exchange.status());
        }
        declared.ifPresent(it -> headers(exchange, it));
        if (exchange.method().equals("HEAD") || exchange.status() == 304) {
            if (exchange.body().length > 0) {
                throw exchange.failure("no body", exchange.body().length + " bytes");
            }
            return;
        }
        body(exchange, declared);
    }

    private static void common(HttpExchange exchange) {
        if (exchange.headers().containsKey("transfer-encoding")) {
            throw exchange.failure(
                    "Content-Length", "Transfer-Encoding " + exchange.headers().get("transfer-encoding"));
        }
        boolean bodiless = exchange.status() == 304 || exchange.method().equals("HEAD");
        Optional<String> length = exchange.header("Content-Length");
        if (!bodiless && !length.equals(Optional.of(Integer.toString(exchange.body().length)))) {
            throw exchange.failure("Content-Length " + exchange.body().length, length.orElse("none"));
        }
        if (exchange.status() == 304 && length.isPresent()) {
            throw exchange.failure(
                    "a 304 without the length of what it does not send", "Content-Length " + length.get());
        }
        for (var header : exchange.headers().entrySet()) {
            if (header.getValue().size() > 1) {
                throw exchange.failure(
                        "header " + header.getKey() + " once", header.getValue().toString());
            }
        }
        if (exchange.header("Date").isEmpty()) {
            throw exchange.failure("header Date", "none");
        }
        String id = exchange.header(Headers.REQUEST_ID).orElse("");
        String sent = exchange.requestHeaders().getOrDefault(Headers.REQUEST_ID, "");
        if (sent.matches(Limits.REQUEST_ID_PATTERN)
                ? !id.equals(sent)
                : !id.matches(Limits.REQUEST_ID_PATTERN) || id.equals(sent)) {
            throw exchange.failure(
                    sent.isEmpty() ? "a generated X-Request-Id" : "X-Request-Id by the rule for '" + sent + "'",
                    "'" + id + "'");
        }
        if (!exchange.header(Headers.VARIANT).orElse("").matches("helidon|micronaut")) {
            throw exchange.failure("X-Variant", exchange.header(Headers.VARIANT).orElse("none"));
        }
    }

    private void headers(HttpExchange exchange, JsonNode declared) {
        var fields = declared.path("headers").properties();
        var allowed = new HashSet<>(ALWAYS_ALLOWED);
        for (var field : fields) {
            String name = field.getKey();
            allowed.add(name.toLowerCase(Locale.ROOT));
            JsonNode header = document.resolved(field.getValue());
            Optional<String> value = exchange.header(name);
            if (value.isEmpty() && header.path("required").asBoolean()) {
                throw exchange.failure("header " + name, "none");
            }
            value.ifPresent(it -> {
                List<String> errors = document.headerErrors(header, it);
                if (!errors.isEmpty()) {
                    throw exchange.failure("header " + name + " by its schema", it + ": " + errors);
                }
            });
        }
        for (String name : exchange.headers().keySet()) {
            if (!allowed.contains(name)) {
                throw exchange.failure(
                        "no header that the document does not name",
                        name + ": " + exchange.headers().get(name));
            }
        }
    }

    private void body(HttpExchange exchange, Optional<JsonNode> declared) {
        boolean problem = exchange.status() >= 400;
        exchange.expectHeader("Content-Type", problem ? Headers.PROBLEM_JSON : Headers.JSON);
        JsonNode body = exchange.json();
        if (declared.isPresent()) {
            List<String> errors = document.bodyErrors(
                    declared.get(), exchange.header("Content-Type").orElseThrow(), body);
            if (!errors.isEmpty()) {
                throw exchange.failure("a body by its schema", errors.toString());
            }
        }
        if (problem) {
            problem(exchange, body);
        }
    }

    private static void problem(HttpExchange exchange, JsonNode body) {
        if (body.path("status").asInt() != exchange.status()) {
            throw exchange.failure(
                    "status " + exchange.status() + " in the problem",
                    body.path("status").toString());
        }
        if (!body.path("requestId")
                .asText()
                .equals(exchange.header(Headers.REQUEST_ID).orElse(""))) {
            throw exchange.failure(
                    "the request id in the problem", body.path("requestId").toString());
        }
        String path = exchange.target().replaceAll("\\?.*", "");
        if (!body.path("instance").asText().equals(path)) {
            throw exchange.failure("instance " + path, body.path("instance").toString());
        }
        for (String leak : LEAKS) {
            if (exchange.text().contains(leak)) {
                throw exchange.failure("nothing internal in an answer", "'" + leak + "'");
            }
        }
    }
}
