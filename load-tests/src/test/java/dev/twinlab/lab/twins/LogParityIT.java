package dev.twinlab.lab.twins;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line of JSON for each request, with the same fields from both; nothing of probes, and nothing secret at any level. */
@Timeout(180)
class LogParityIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUSTOMER = "7b0c1f1e-0000-4000-8000-00000000abcd";
    private static final String PASSWORD = "a-password-that-no-log-may-show";
    private static final String FIELDS =
            "time level logger message service variant version request_id method route status duration_ms";

    @TempDir
    private static Path folder = Path.of("");

    private static TwinDatabase database;

    /** What of an access line does not depend on time or framework. */
    private record Line(List<String> fields, String requestId, String method, String route, int status) {}

    @BeforeAll
    static void startPostgres() {
        database = new TwinDatabase(folder);
    }

    @AfterAll
    static void stopPostgres() {
        database.close();
    }

    @Test
    void theSameRequestsLeaveTheSameLines() throws InterruptedException {
        List<Line> helidon = accessLines("helidon");
        List<Line> micronaut = accessLines("micronaut");

        assertThat(micronaut).isEqualTo(helidon);
        assertThat(helidon).extracting(Line::status).containsExactly(200, 200, 404, 404, 401, 201, 422, 405);
        assertThat(helidon).allSatisfy(it -> {
            assertThat(it.fields()).containsExactly(FIELDS.split(" "));
            assertThat(it.requestId()).startsWith("log-parity-");
        });
        assertThat(helidon.get(1).route()).isEqualTo("/api/v1/products/{sku}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "micronaut"})
    void noLevelShowsASecret(String variant) throws InterruptedException {
        var settings = new HashMap<>(database.settings(database.fresh()));
        settings.put("DB_PASSWORD", PASSWORD);
        settings.put("LOG_LEVEL", "TRACE");
        try (TwinProcess service = TwinProcess.start(variant, settings)) {
            change(service, "ROOT", "{\"level\":\"TRACE\"}");
            String token = TwinProcess.TOKENS.writer("somebody@example.org");
            sendAll(service);
            service.send(HttpRequest.newBuilder(service.api("/api/v1/orders"))
                    .header("Authorization", "Bearer " + token)
                    .header("Cookie", "session=a-cookie-of-somebody")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(order())));
            service.terminate();
            service.await(Duration.ofSeconds(20));

            String all = String.join("\n", service.lines());
            assertThat(all).contains("\"level\":\"DEBUG\"");
            for (String secret : List.of(
                    TwinProcess.SECRET, PASSWORD, token, token.split("\\.")[2], "a-cookie-of-somebody", CUSTOMER)) {
                assertThat(service.lines().stream()
                                .filter(it -> it.contains(secret))
                                .map(it -> it.substring(0, Math.min(300, it.length())))
                                .limit(2))
                        .as("lines with '%s'", secret)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "micronaut"})
    void levelsChangeWhileItRuns(String variant) throws InterruptedException {
        var settings = new HashMap<>(database.settings(database.fresh()));
        settings.put("LOG_LEVEL", "WARN");
        try (TwinProcess service = TwinProcess.start(variant, settings)) {
            service.get("/api/v1/ping");
            assertThat(service.lines()).isEmpty();
            assertThat(service.getManagement("/loggers/access").body())
                    .as(() -> String.join("\n", service.lines()))
                    .isEqualTo("{\"logger\":\"access\",\"level\":\"WARN\"}");

            HttpResponse<String> changed = change(service, "access", "{\"level\":\"INFO\"}");
            service.get("/api/v1/ping");

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.body()).isEqualTo("{\"logger\":\"access\",\"level\":\"INFO\"}");
            assertThat(awaitLines(service, 1)).singleElement().asString().contains("/api/v1/ping");
            assertThat(change(service, "access", "{\"level\":\"LOUD\"}").statusCode())
                    .isEqualTo(422);
            assertThat(change(service, "access", "{\"level\":1}").statusCode()).isEqualTo(400);
            assertThat(change(service, "access", "nothing").statusCode()).isEqualTo(400);
            assertThat(change(service, "no.such.logger", "{\"level\":\"INFO\"}").statusCode())
                    .isEqualTo(404);
            assertThat(service.get("/loggers/access").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> change(TwinProcess service, String logger, String body)
            throws InterruptedException {
        return service.send(HttpRequest.newBuilder(service.management("/loggers/" + logger))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<Line> accessLines(String variant) throws InterruptedException {
        try (TwinProcess service = TwinProcess.start(variant, database.settings(database.fresh()))) {
            int before = service.lines().size();
            sendAll(service);
            service.getManagement("/health/live");
            service.getManagement("/metrics");
            service.terminate();
            service.await(Duration.ofSeconds(20));
            List<Line> lines = new ArrayList<>();
            for (String text : service.lines()) {
                JsonNode line = parse(text);
                assertThat(line.path("variant").asText()).isEqualTo(variant);
                assertThat(line.path("service").asText()).isEqualTo("twinlab");
                if (line.path("logger").asText().equals("access")) {
                    lines.add(line(line));
                }
            }
            assertThat(before).as("lines of a start").isLessThan(10);
            return lines;
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("'" + text + "' is no JSON", e);
        }
    }

    private static Line line(JsonNode line) {
        List<String> fields = new ArrayList<>();
        line.fieldNames().forEachRemaining(fields::add);
        assertThat(line.path("duration_ms").isNumber()).isTrue();
        return new Line(
                fields,
                line.path("request_id").asText(),
                line.path("method").asText(),
                line.path("route").asText(),
                line.path("status").asInt());
    }

    private static void sendAll(TwinProcess service) throws InterruptedException {
        List<HttpRequest.Builder> requests = List.of(
                HttpRequest.newBuilder(service.api("/api/v1/ping")),
                HttpRequest.newBuilder(service.api("/api/v1/products/SKU-000001")),
                HttpRequest.newBuilder(service.api("/api/v1/products/NO-SUCH-SKU")),
                HttpRequest.newBuilder(service.api("/api/v1/no/such/route?customer=" + CUSTOMER)),
                write(service, "not.a.token", order()),
                write(service, TwinProcess.TOKENS.writer("somebody@example.org"), order()),
                write(
                        service,
                        TwinProcess.TOKENS.writer("somebody@example.org"),
                        "{\"customerId\":\"" + CUSTOMER + "\",\"lines\":[]}"),
                HttpRequest.newBuilder(service.api("/api/v1/ping")).DELETE());
        for (int i = 0; i < requests.size(); i++) {
            HttpResponse<String> answer = service.send(requests.get(i).header("X-Request-Id", "log-parity-" + i));
            assertThat(answer.headers().firstValue("X-Request-Id")).contains("log-parity-" + i);
        }
    }

    private static HttpRequest.Builder write(TwinProcess service, String token, String body) {
        return HttpRequest.newBuilder(service.api("/api/v1/orders"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String order() {
        return "{\"customerId\":\"" + CUSTOMER + "\",\"lines\":[{\"sku\":\"SKU-000001\",\"quantity\":1}]}";
    }

    private static List<String> awaitLines(TwinProcess service, int count) throws InterruptedException {
        for (int i = 0; service.lines().size() < count && i < 100; i++) {
            Thread.sleep(20);
        }
        return service.lines();
    }
}
