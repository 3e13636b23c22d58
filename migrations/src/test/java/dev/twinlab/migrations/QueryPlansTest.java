package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The planner, with its own settings, on the data that is measured. Each statement is planned twice: with values, as the
 * first executions of a prepared statement are, and without, as the driver's server-side prepared statements end up.
 */
class QueryPlansTest {
    private static final PGSimpleDataSource DATABASE = loaded();
    private static final String PRODUCT_COLUMNS =
            "SELECT sku, name, description, category, price_minor, currency, stock, version, updated_at FROM products";
    private static final String ORDER_COLUMNS =
            "SELECT id, customer_id, status, currency, total_minor, line_count, created_at, updated_at FROM orders";

    /** A statement of the services. {@code $1..$n} stand for the values, which may be expressions. */
    private record Query(String name, String sql, String... values) {
        String withValues() {
            String text = sql;
            for (int i = values.length; i > 0; i--) {
                text = text.replace("$" + i, values[i - 1]);
            }
            return text;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static PGSimpleDataSource loaded() {
        String name = TestServer.newDatabase();
        var database = new PGSimpleDataSource();
        database.setURL(TestServer.url(name));
        database.setUser("postgres");
        // EXPLAIN (GENERIC_PLAN) takes parameters that nobody binds, which only the simple protocol allows.
        database.setPreferQueryMode(PreferQueryMode.SIMPLE);
        return database;
    }

    @BeforeAll
    static void load() {
        new SchemaMigrator().migrate(DATABASE);
        DataSet.DEFAULT.load(DATABASE);
        // What a long run leaves behind: nearly every event is done.
        TestServer.execute(
                DATABASE,
                "INSERT INTO outbox (order_id, type, payload, processed_at)"
                        + " SELECT id, 'ORDER_CREATED', '{}', CASE WHEN status <> 'PENDING' THEN now() END FROM orders",
                "INSERT INTO idempotency_keys (subject, key, request_hash, order_id)"
                        + " SELECT 'load', id::text, sha256('x'), id FROM orders",
                "ANALYZE outbox, idempotency_keys");
    }

    static Stream<Query> pages() {
        String customer = "'" + customer() + "'::uuid";
        String cursor = "'" + middleOrder() + "'::uuid";
        String end = " ORDER BY id DESC LIMIT $";
        return Stream.of(
                new Query("products, first page", PRODUCT_COLUMNS + " ORDER BY sku LIMIT $1", "21"),
                new Query(
                        "products, later page",
                        PRODUCT_COLUMNS + " WHERE sku > $1 ORDER BY sku LIMIT $2",
                        "'SKU-005000'",
                        "21"),
                new Query(
                        "products of a category",
                        PRODUCT_COLUMNS + " WHERE category = $1 ORDER BY sku LIMIT $2",
                        "'books'",
                        "21"),
                new Query(
                        "products of a category, later page",
                        PRODUCT_COLUMNS + " WHERE category = $1 AND sku > $2 ORDER BY sku LIMIT $3",
                        "'books'",
                        "'SKU-005000'",
                        "101"),
                new Query("orders, first page", ORDER_COLUMNS + end + 1, "21"),
                new Query("orders, later page", ORDER_COLUMNS + " WHERE id < $1" + end + 2, cursor, "101"),
                new Query("orders of a customer", ORDER_COLUMNS + " WHERE customer_id = $1" + end + 2, customer, "21"),
                new Query(
                        "orders of a customer, later page",
                        ORDER_COLUMNS + " WHERE customer_id = $1 AND id < $2" + end + 3,
                        customer,
                        cursor,
                        "21"),
                new Query("rare status", ORDER_COLUMNS + " WHERE status = $1" + end + 2, "'PENDING'", "21"),
                new Query("frequent status", ORDER_COLUMNS + " WHERE status = $1" + end + 2, "'SHIPPED'", "101"),
                new Query(
                        "status, later page",
                        ORDER_COLUMNS + " WHERE status = $1 AND id < $2" + end + 3,
                        "'PENDING'",
                        cursor,
                        "21"),
                new Query(
                        "customer and status",
                        ORDER_COLUMNS + " WHERE customer_id = $1 AND status = $2" + end + 3,
                        customer,
                        "'SHIPPED'",
                        "21"),
                new Query(
                        "customer and status, later page",
                        ORDER_COLUMNS + " WHERE customer_id = $1 AND status = $2 AND id < $3" + end + 4,
                        customer,
                        "'SHIPPED'",
                        cursor,
                        "21"),
                new Query(
                        "outbox, what is due",
                        "SELECT id, order_id, type, payload, attempts FROM outbox WHERE processed_at IS NULL"
                                + " AND parked_at IS NULL AND available_at <= $1 ORDER BY available_at, id LIMIT $2"
                                + " FOR UPDATE SKIP LOCKED",
                        "now()",
                        "10"));
    }

    static Stream<Query> lookUps() {
        String order = "'" + middleOrder() + "'::uuid";
        String skus = "ARRAY['SKU-000003', 'SKU-004711', 'SKU-009999']";
        return Stream.of(
                new Query("product", PRODUCT_COLUMNS + " WHERE sku = $1", "'SKU-004711'"),
                new Query("order", ORDER_COLUMNS + " WHERE id = $1", order),
                new Query(
                        "lines of an order",
                        "SELECT sku, quantity, unit_price_minor FROM order_lines WHERE order_id = $1 ORDER BY sku",
                        order),
                new Query(
                        "idempotency key",
                        "SELECT order_id, request_hash FROM idempotency_keys WHERE subject = $1 AND key = $2",
                        "'load'",
                        "'some-key'"),
                new Query(
                        "stock of the lines",
                        "SELECT sku, price_minor, currency, stock FROM products WHERE sku = ANY($1::text[]) ORDER BY sku"
                                + " FOR UPDATE",
                        skus),
                new Query(
                        "taking stock",
                        "UPDATE products p SET stock = p.stock - l.quantity, version = p.version + 1, updated_at = now()"
                                + " FROM unnest($1::text[], $2::int[]) AS l(sku, quantity) WHERE p.sku = l.sku",
                        skus,
                        "ARRAY[1, 2, 3]"),
                new Query("order to cancel", ORDER_COLUMNS + " WHERE id = $1 FOR UPDATE", order),
                new Query(
                        "lines and stock to return",
                        "SELECT l.sku, l.quantity, l.unit_price_minor FROM order_lines l JOIN products p ON p.sku = l.sku"
                                + " WHERE l.order_id = $1 ORDER BY p.sku FOR UPDATE OF p",
                        order),
                new Query(
                        "cancelling",
                        "UPDATE orders SET status = 'CANCELLED', updated_at = greatest(now(), created_at) WHERE id = $1"
                                + " RETURNING updated_at",
                        order),
                new Query("events of an order", "SELECT id FROM outbox WHERE order_id = $1", order));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsReadInTheOrderOfAnIndexWithoutASort(Query query) throws SQLException {
        for (String plan : plans(query)) {
            assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan").doesNotContain("Sort");
        }
    }

    @ParameterizedTest
    @MethodSource("lookUps")
    void aLookUpTouchesNoTableAsAWhole(Query query) throws SQLException {
        for (String plan : plans(query)) {
            assertThat(plan).containsPattern("Index (Only )?Scan").doesNotContain("Seq Scan");
        }
    }

    @Test
    void theReportOfADayReadsTheOrdersOfThatDayOnly() throws SQLException {
        var report = new Query("report", """
                SELECT (o.created_at AT TIME ZONE 'UTC')::date, p.category, o.currency,
                    count(DISTINCT o.id), sum(l.quantity), sum(l.quantity * l.unit_price_minor)
                FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN products p ON p.sku = l.sku
                WHERE o.created_at >= $1 AND o.created_at < $2 AND o.status <> 'CANCELLED'
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""", "'2025-02-01T00:00:00Z'", "'2025-02-02T00:00:00Z'");

        for (String plan : plans(report)) {
            assertThat(plan).contains("orders_created_at").doesNotContain("Seq Scan on orders ");
        }
    }

    private static List<String> plans(Query query) throws SQLException {
        return List.of(explain("EXPLAIN ", query.withValues()), explain("EXPLAIN (GENERIC_PLAN) ", query.sql()));
    }

    private static String explain(String how, String sql) {
        return String.join("\n", TestServer.query(DATABASE, how + sql));
    }

    private static String customer() {
        return TestServer.value(DATABASE, "SELECT customer_id FROM orders ORDER BY id LIMIT 1");
    }

    private static String middleOrder() {
        return TestServer.value(DATABASE, "SELECT id FROM orders ORDER BY id OFFSET 50000 LIMIT 1");
    }
}
