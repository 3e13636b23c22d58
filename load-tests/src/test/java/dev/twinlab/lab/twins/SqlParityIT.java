package dev.twinlab.lab.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same work behind the same answer: statements and calls of each operation, as PostgreSQL itself counts them. */
@Timeout(240)
class SqlParityIT {
    private static final int REQUESTS = 4;
    private static final String CUSTOMER = "7b0c1f1e-0000-4000-8000-000000000001";

    @TempDir
    private static Path folder = Path.of("");

    private static TwinDatabase database;

    /** Sends one request. */
    private interface Operation {
        HttpResponse<String> send(TwinProcess service, int i) throws InterruptedException;
    }

    /**
     * What one operation cost.
     *
     * @param status of its answers
     * @param statements different ones
     * @param calls of them, BEGIN and COMMIT included, for one request
     */
    private record Cost(int status, long statements, double calls) {}

    @BeforeAll
    static void startPostgres() throws SQLException {
        database = new TwinDatabase(
                folder,
                Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track_planning", "off"));
        database.execute("postgres", "CREATE EXTENSION pg_stat_statements");
    }

    @AfterAll
    static void stopPostgres() {
        database.close();
    }

    @Test
    void bothDoTheSameWorkForEveryOperation() throws InterruptedException, SQLException {
        Map<String, Cost> helidon = costs("helidon");
        Map<String, Cost> micronaut = costs("micronaut");

        helidon.forEach((operation, cost) ->
                System.out.printf("%-28s helidon %s   micronaut %s%n", operation, cost, micronaut.get(operation)));
        assertThat(micronaut).isEqualTo(helidon);
        assertThat(helidon.get("ping")).isEqualTo(new Cost(200, 0, 0));
        assertThat(helidon.get("product")).isEqualTo(new Cost(200, 1, 1));
        assertThat(helidon.get("product, unchanged")).isEqualTo(new Cost(304, 1, 1));
        assertThat(helidon.get("page of products")).isEqualTo(new Cost(200, 1, 1));
        assertThat(helidon.get("order")).isEqualTo(new Cost(200, 2, 2));
        // However many lines: none of them costs a round trip of its own.
        assertThat(helidon.get("order placed, 15 lines")).isEqualTo(helidon.get("order placed"));
    }

    @Test
    void anotherNumberOfStatementsIsSeen() throws InterruptedException, SQLException {
        String name = database.fresh();
        try (TwinProcess service = TwinProcess.start("helidon", database.settings(name))) {
            Cost one = cost(service, name, (it, i) -> it.get("/api/v1/ping"));
            Cost two = cost(service, name, (it, i) -> {
                it.get(product(i));
                return it.get(product(i));
            });

            assertThat(one.calls()).isZero();
            assertThat(two).isEqualTo(new Cost(200, 1, 2));
        }
    }

    private static Map<String, Cost> costs(String variant) throws InterruptedException, SQLException {
        String name = database.fresh();
        try (TwinProcess service = TwinProcess.start(variant, database.settings(name))) {
            String known = placed(service, 1, "known").body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
            String tag = service.get(product(0)).headers().firstValue("ETag").orElseThrow();
            Map<String, Operation> operations = new LinkedHashMap<>();
            operations.put("ping", (it, i) -> it.get("/api/v1/ping"));
            operations.put("product", (it, i) -> it.get(product(i)));
            operations.put(
                    "product, unchanged",
                    (it, i) ->
                            it.send(HttpRequest.newBuilder(it.api(product(0))).header("If-None-Match", tag)));
            operations.put("product, unknown", (it, i) -> it.get("/api/v1/products/NO-SUCH-SKU"));
            operations.put("page of products", (it, i) -> it.get("/api/v1/products?limit=50"));
            operations.put("page of a category", (it, i) -> it.get("/api/v1/products?category=books&limit=50"));
            operations.put("page of orders", (it, i) -> it.get("/api/v1/orders?limit=50"));
            operations.put(
                    "orders of a customer", (it, i) -> it.get("/api/v1/orders?customerId=" + CUSTOMER + "&limit=50"));
            operations.put("orders by status", (it, i) -> it.get("/api/v1/orders?status=PENDING&limit=50"));
            operations.put("order", (it, i) -> it.get("/api/v1/orders/" + known));
            operations.put("order, unknown", (it, i) -> it.get("/api/v1/orders/" + new UUID(0, i)));
            operations.put("sales report", (it, i) -> it.get("/api/v1/reports/sales?from=2025-01-01&to=2025-01-31"));
            operations.put("order placed", (it, i) -> placed(it, 1, "one-" + i));
            operations.put("order placed, 15 lines", (it, i) -> placed(it, 15, "fifteen-" + i));
            operations.put("order placed again", (it, i) -> placed(it, 1, "known"));
            operations.put(
                    "order of too many",
                    (it, i) -> it.post(
                            "/api/v1/orders",
                            "sql-parity-many-" + i,
                            order("{\"sku\":\"" + sku(100) + "\",\"quantity\":1000}")));
            operations.put(
                    "order of unknown things",
                    (it, i) -> it.post(
                            "/api/v1/orders",
                            "sql-parity-unknown-" + i,
                            order("{\"sku\":\"NO-SUCH-SKU\",\"quantity\":1}")));
            Map<String, Cost> costs = new LinkedHashMap<>();
            for (Map.Entry<String, Operation> operation : operations.entrySet()) {
                costs.put(operation.getKey(), cost(service, name, operation.getValue()));
            }
            String[] ids = new String[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                ids[i] = placed(service, 3, "cancel-" + i).body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
            }
            costs.put("order cancelled", cost(service, name, (it, i) -> cancelled(it, ids[i])));
            costs.put("order cancelled twice", cost(service, name, (it, i) -> cancelled(it, ids[i])));
            return costs;
        }
    }

    private static Cost cost(TwinProcess service, String name, Operation operation)
            throws InterruptedException, SQLException {
        database.execute("postgres", "SELECT pg_stat_statements_reset()");
        int status = 0;
        for (int i = 0; i < REQUESTS; i++) {
            status = operation.send(service, i).statusCode();
        }
        String seen =
                " FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = '" + name + "'";
        return new Cost(
                status,
                database.number("postgres", "SELECT count(*)" + seen),
                (double) database.number("postgres", "SELECT coalesce(sum(calls), 0)" + seen) / REQUESTS);
    }

    private static HttpResponse<String> placed(TwinProcess service, int lines, String key) throws InterruptedException {
        var body = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            // The first nineteen have one currency.
            body.append(i == 1 ? "" : ",").append("{\"sku\":\"").append(sku(i)).append("\",\"quantity\":1}");
        }
        return service.post("/api/v1/orders", "sql-parity-" + key, order(body.toString()));
    }

    private static HttpResponse<String> cancelled(TwinProcess service, String id) throws InterruptedException {
        return service.post("/api/v1/orders/" + id + "/cancel", "sql-parity-cancel", "");
    }

    private static String order(String lines) {
        return "{\"customerId\":\"" + CUSTOMER + "\",\"lines\":[" + lines + "]}";
    }

    private static String product(int i) {
        return "/api/v1/products/" + sku(i + 1);
    }

    private static String sku(int i) {
        return "SKU-%06d".formatted(i);
    }
}
