package dev.twinlab.lab.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} in the middle of orders and cancellations: the books balance, and what was answered is there. */
@Timeout(240)
class KilledDuringOrdersIT {
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 12;
    private static final int LEAST_ORDERS = 50;

    /** Each query finds what must not be: its name says what. */
    private static final Map<String, String> BOOKS = Map.of(
            "orders without all their lines",
            "SELECT count(*) FROM orders o WHERE line_count <> (SELECT count(*) FROM order_lines l WHERE l.order_id = o.id)",
            "orders whose total is not that of their lines",
            "SELECT count(*) FROM orders o WHERE total_minor <> (SELECT sum(quantity * unit_price_minor) FROM order_lines l WHERE l.order_id = o.id)",
            "products whose stock is not what was sold",
            "SELECT count(*) FROM products p JOIN stock_before b USING (sku) WHERE b.stock - p.stock <> ("
                    + "SELECT coalesce(sum(l.quantity), 0) FROM order_lines l JOIN orders o ON o.id = l.order_id"
                    + " WHERE l.sku = p.sku AND o.status <> 'CANCELLED' AND o.id IN (SELECT order_id FROM idempotency_keys))",
            "keys without their order",
            "SELECT count(*) FROM idempotency_keys k WHERE NOT EXISTS (SELECT FROM orders o WHERE o.id = k.order_id)",
            "orders without their event",
            "SELECT count(*) FROM idempotency_keys k WHERE NOT EXISTS ("
                    + "SELECT FROM outbox e WHERE e.order_id = k.order_id AND e.type = 'ORDER_CREATED')",
            "cancelled orders without their event",
            "SELECT count(*) FROM orders o JOIN idempotency_keys k ON k.order_id = o.id WHERE o.status = 'CANCELLED'"
                    + " AND 1 <> (SELECT count(*) FROM outbox e WHERE e.order_id = o.id AND e.type = 'ORDER_CANCELLED')");

    @TempDir
    private static Path folder = Path.of("");

    private static TwinDatabase database;

    @BeforeAll
    static void startPostgres() {
        database = new TwinDatabase(folder);
    }

    @AfterAll
    static void stopPostgres() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helidon", "micronaut"})
    void theBooksBalance(String variant) throws InterruptedException, SQLException {
        String name = database.fresh();
        remember(name);
        Set<String> placed = ConcurrentHashMap.newKeySet();
        Set<String> cancelled = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < ROUNDS; round++) {
            try (TwinProcess service = TwinProcess.start(variant, database.settings(name))) {
                killUnderLoad(service, round, placed, cancelled);
            }
            // Backends of the dead service may still be busy with their last statement.
            awaitQuiet(name);
            assertThat(imbalances(name)).isEmpty();
        }

        assertThat(placed).hasSizeGreaterThan(LEAST_ORDERS);
        assertThat(cancelled).isNotEmpty();
        assertThat(database.number(name, "SELECT count(*) FROM orders WHERE id IN " + list(placed)))
                .as("orders that were answered 201 and are there")
                .isEqualTo(placed.size());
        assertThat(database.number(
                        name, "SELECT count(*) FROM orders WHERE status = 'CANCELLED' AND id IN " + list(cancelled)))
                .as("cancellations that were answered 200 and hold")
                .isEqualTo(cancelled.size());
        System.out.printf(
                "%s: %d orders and %d cancellations answered, %d orders in the books, killed %d times%n",
                variant,
                placed.size(),
                cancelled.size(),
                database.number(name, "SELECT count(*) FROM idempotency_keys"),
                ROUNDS);
    }

    @Test
    void aBrokenBookIsSeen() throws SQLException {
        String name = database.fresh();
        remember(name);
        assertThat(imbalances(name)).isEmpty();

        database.execute(name, "UPDATE products SET stock = stock + 1 WHERE sku = 'SKU-000001'");
        assertThat(imbalances(name)).containsExactly("products whose stock is not what was sold: 1");

        database.execute(
                name,
                "UPDATE products SET stock = stock - 1 WHERE sku = 'SKU-000001'",
                "UPDATE orders SET line_count = line_count + 1 WHERE id = (SELECT min(id::text)::uuid FROM orders)");
        assertThat(imbalances(name)).containsExactly("orders without all their lines: 1");
    }

    private static void killUnderLoad(TwinProcess service, int round, Set<String> placed, Set<String> cancelled)
            throws InterruptedException {
        var running = new AtomicBoolean(true);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                int seed = round * CLIENTS + client;
                clients.submit(() -> shop(service, seed, running, placed, cancelled));
            }
            Thread.sleep(1500 + 700L * round);
            service.kill();
            running.set(false);
            clients.shutdown();
            assertThat(clients.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Void shop(
            TwinProcess service, int seed, AtomicBoolean running, Set<String> placed, Set<String> cancelled)
            throws InterruptedException {
        var random = new Random(seed);
        for (int i = 0; running.get(); i++) {
            try {
                HttpResponse<String> order =
                        service.post("/api/v1/orders", "killed-%d-%d".formatted(seed, i), body(random));
                if (order.statusCode() != 201) {
                    continue;
                }
                String id = order.body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
                placed.add(id);
                if (random.nextInt(3) == 0
                        && service.post("/api/v1/orders/" + id + "/cancel", "killed-cancel", "")
                                        .statusCode()
                                == 200) {
                    cancelled.add(id);
                }
            } catch (UncheckedIOException killed) {
                return null;
            }
        }
        return null;
    }

    private static String body(Random random) {
        List<String> lines = new ArrayList<>();
        for (int sku = 1 + random.nextInt(6); sku < 20; sku += 3 + random.nextInt(6)) {
            lines.add("{\"sku\":\"SKU-%06d\",\"quantity\":%d}".formatted(sku, 1 + random.nextInt(3)));
        }
        return "{\"customerId\":\"7b0c1f1e-0000-4000-8000-000000000001\",\"lines\":[" + String.join(",", lines) + "]}";
    }

    private static void remember(String name) throws SQLException {
        database.execute(name, "CREATE TABLE stock_before AS SELECT sku, stock FROM products");
    }

    private static List<String> imbalances(String name) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> book : BOOKS.entrySet()) {
            long count = database.number(name, book.getValue());
            if (count != 0) {
                found.add(book.getKey() + ": " + count);
            }
        }
        return found;
    }

    private static void awaitQuiet(String name) throws InterruptedException, SQLException {
        String others = "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + name
                + "' AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
        for (int i = 0; database.number(name, others) > 0; i++) {
            assertThat(i).as("backends of a dead service end").isLessThan(200);
            Thread.sleep(50);
        }
    }

    private static String list(Set<String> ids) {
        return "('" + String.join("','", ids) + "')";
    }
}
