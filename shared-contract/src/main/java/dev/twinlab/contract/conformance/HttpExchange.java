package dev.twinlab.contract.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer, as they were on the wire.
 *
 * @param method of the request
 * @param target of the request: path and query
 * @param requestHeaders as sent
 * @param requestBody as sent; empty where there was none
 * @param status of the answer
 * @param headers of the answer by lower-case name, each with every value
 * @param body of the answer
 */
public record HttpExchange(
        String method,
        String target,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> headers,
        byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 400;

    /** First value of a header of the answer. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw failure("a JSON body", text());
        }
    }

    /** This exchange, if it has that status. */
    public HttpExchange expect(int expected) {
        if (status != expected) {
            throw failure("status " + expected, "status " + status);
        }
        return this;
    }

    /** This exchange, if it is that problem. */
    public HttpExchange expectProblem(int expected, String slug) {
        expect(expected);
        String type = json().path("type").asText();
        if (!type.equals("urn:twinlab:problem:" + slug)) {
            throw failure("problem " + slug, "type '" + type + "'");
        }
        return this;
    }

    /** This exchange, if that field of its errors is wrong. */
    public HttpExchange expectFieldError(String field) {
        for (JsonNode error : json().path("errors")) {
            if (error.path("field").asText().equals(field)) {
                return this;
            }
        }
        throw failure("an error for field " + field, json().path("errors").toString());
    }

    /** This exchange, if that header has that value. */
    public HttpExchange expectHeader(String name, String value) {
        if (!header(name).equals(Optional.of(value))) {
            throw failure("header " + name + ": " + value, header(name).orElse("no such header"));
        }
        return this;
    }

    ConformanceFailure failure(String expected, String actual) {
        return new ConformanceFailure("%s %s%s: expected %s, got %s; answer %d %s"
                .formatted(method, target, shown(requestBody), expected, actual, status, shown(text())));
    }

    private static String shown(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return " [" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "]";
    }
}
