package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {
    private static final int PRODUCTS = 2_000;
    private static final int ORDERS = 10_000;
    private static final DataSource DATABASE = TestServer.migrated();

    @BeforeAll
    static void load() {
        new DataSet(PRODUCTS, ORDERS).load(DATABASE);
    }

    @Test
    void numbersTheProducts() {
        assertThat(row("SELECT count(*), min(sku), max(sku) FROM products")).isEqualTo("(2000,SKU-000001,SKU-002000)");
        assertThat(query("SELECT sku FROM products WHERE name <> 'Product ' || substr(sku, 5)::integer"
                        + " OR version <> 1 OR updated_at <> '2025-01-01T00:00:00Z'"))
                .isEmpty();
    }

    @Test
    void hasTwentyCategoriesOfWhichTheLastIsInAnotherCurrency() {
        assertThat(query("SELECT DISTINCT count(*) FROM products GROUP BY category"))
                .containsExactly("100");
        assertThat(query("SELECT category FROM products ORDER BY sku LIMIT 20"))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith("books")
                .endsWith("imports");
        assertThat(query("SELECT DISTINCT currency FROM products WHERE category = 'imports'"))
                .containsExactly("USD");
        assertThat(query("SELECT DISTINCT currency FROM products WHERE category <> 'imports'"))
                .containsExactly("EUR");
    }

    @Test
    void neverRunsOutOfStockButForTheProductsThatHaveNone() {
        assertThat(query("SELECT sku FROM products WHERE stock = 0 ORDER BY sku"))
                .containsExactly("SKU-000999", "SKU-001999");
        assertThat(query("SELECT DISTINCT stock FROM products WHERE stock > 0 ORDER BY stock"))
                .containsExactly("10", "1000000");
        assertThat(query("SELECT DISTINCT category FROM products WHERE stock = 10"))
                .containsExactly("imports");
    }

    @Test
    void pricesSpreadOverTheirRange() {
        assertThat(query("SELECT sku FROM products WHERE price_minor NOT BETWEEN 99 AND 99999"))
                .isEmpty();
        assertThat(Integer.parseInt(value("SELECT count(DISTINCT price_minor / 10000) FROM products")))
                .isEqualTo(10);
    }

    @Test
    void someDescriptionsNeedMoreThanAscii() {
        assertThat(Integer.parseInt(value("SELECT count(*) FROM products WHERE description ~ '[éèü]'")))
                .isBetween(PRODUCTS / 4, PRODUCTS / 2);
        assertThat(query("SELECT sku FROM products WHERE description !~ '^Number [0-9]+ of the catalogue, '"))
                .isEmpty();
    }

    @Test
    void ordersAreSpreadOverNinetyDaysInTheOrderOfTheirIds() {
        assertThat(query(
                        "SELECT id FROM (SELECT id, created_at, lag(created_at) OVER (ORDER BY id) AS before FROM orders)"
                                + " WHERE created_at <= before"))
                .isEmpty();
        assertThat(row("SELECT min(created_at) >= '2025-01-01T00:00:00Z', max(created_at) < '2025-04-01T00:00:00Z'"
                        + " FROM orders"))
                .isEqualTo("(t,t)");
        List<Integer> perDay =
                query("SELECT count(*) FROM orders GROUP BY (created_at AT TIME ZONE 'UTC')::date").stream()
                        .map(Integer::valueOf)
                        .toList();
        assertThat(perDay).hasSize(90).allSatisfy(it -> assertThat(it).isBetween(108, 114));
    }

    @Test
    void anOrdersIdIsAVersionSevenUuidOfItsTime() {
        assertThat(query("SELECT id FROM orders WHERE uuid_extract_version(id) IS DISTINCT FROM 7"
                        + " OR uuid_extract_timestamp(id) IS DISTINCT FROM created_at"))
                .isEmpty();
    }

    @Test
    void aHundredthAsManyCustomersAsOrdersBuy() {
        assertThat(value("SELECT count(DISTINCT customer_id) FROM orders")).isEqualTo("100");
        assertThat(query("SELECT customer_id FROM orders WHERE uuid_extract_version(customer_id) IS DISTINCT FROM 8"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PENDING, 5", "CONFIRMED, 10", "SHIPPED, 75", "CANCELLED, 10"})
    void statusesHaveTheirShares(String status, int percent) {
        int orders = Integer.parseInt(value("SELECT count(*) FROM orders WHERE status = '" + status + "'"));

        assertThat(orders).isBetween(ORDERS * (percent - 1) / 100, ORDERS * (percent + 1) / 100);
    }

    @Test
    void anOrderAgreesWithItsLines() {
        assertThat(query("""
                        SELECT id FROM orders o
                          LEFT JOIN (
                            SELECT order_id, count(*) AS lines, sum(quantity * unit_price_minor) AS total, min(currency) AS first,
                                max(currency) AS last, bool_and(unit_price_minor = price_minor) AS priced,
                                bool_and(quantity BETWEEN 1 AND 5) AS few
                            FROM order_lines JOIN products USING (sku) GROUP BY order_id) l ON l.order_id = o.id
                        WHERE (line_count, total_minor, currency, currency, true, true)
                          IS DISTINCT FROM (lines::integer, total::bigint, first, last, priced, few)""")).isEmpty();
        assertThat(query("SELECT DISTINCT line_count FROM orders ORDER BY 1")).containsExactly("1", "2", "3", "4", "5");
        assertThat(value("SELECT count(DISTINCT sku) FROM order_lines")).isEqualTo("1900");
    }

    @Test
    void nothingIsInFlight() {
        assertThat(row("SELECT (SELECT count(*) FROM outbox), (SELECT count(*) FROM idempotency_keys)"))
                .isEqualTo("(0,0)");
    }

    @Test
    void thePlannerKnowsTheTablesAndNoPageNeedsAnotherVisit() {
        assertThat(query("SELECT relname FROM pg_class WHERE relname IN ('products', 'orders', 'order_lines')"
                        + " AND reltuples > 0 AND relallfrozen = relpages AND relallvisible = relpages"))
                .hasSize(3);
        assertThat(query("SELECT DISTINCT reltuples FROM pg_class WHERE relname IN ('outbox', 'idempotency_keys')"))
                .as("never vacuumed while empty")
                .containsExactly("-1");
    }

    @Test
    void leavesNoHelpersBehindInAPooledConnection() {
        assertThat(query("SELECT proname FROM pg_proc WHERE proname IN ('pick', 'order_id', 'customer_id')"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 1, 1", "1, 20, 20", "3, 50, 0", "19, 40, 0", "20, 40, 0", "21, 99, 0", "39, 250, 0"})
    void smallSizesHold(int products, int orders, int linesOrAny) {
        var database = TestServer.migrated();
        new DataSet(products, orders).load(database);

        assertThat(TestServer.value(database, "SELECT count(*) FROM products")).isEqualTo("" + products);
        assertThat(TestServer.value(database, "SELECT count(*) FROM orders")).isEqualTo("" + orders);
        int lines = Integer.parseInt(TestServer.value(database, "SELECT count(*) FROM order_lines"));
        assertThat(TestServer.value(database, "SELECT coalesce(sum(line_count), 0) FROM orders"))
                .isEqualTo("" + lines);
        if (linesOrAny > 0) {
            assertThat(lines).isEqualTo(linesOrAny);
        }
    }

    @Test
    void refusesATableWithRowsAndReplacesItWhenTold() {
        var database = TestServer.migrated();
        new DataSet(20, 10).load(database);
        TestServer.execute(
                database,
                "UPDATE products SET stock = 7",
                "INSERT INTO outbox (order_id, type, payload) SELECT id, 'ORDER_CREATED', '{}' FROM orders LIMIT 1");

        assertThatThrownBy(() -> new DataSet(30, 20).load(database))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The table outbox has rows already: take an empty database, or replace (--replace) every row"
                                + " of every table.");
        assertThat(TestServer.value(database, "SELECT count(*) FROM products")).isEqualTo("20");

        new DataSet(30, 20).replace(database);
        assertThat(TestServer.value(database, "SELECT count(*) FROM products WHERE stock = 1000000"))
                .isEqualTo("30");
        assertThat(TestServer.value(database, "SELECT count(*) FROM outbox")).isEqualTo("0");
    }

    @Test
    void refusesADatabaseWithoutTheSchema() {
        var database = TestServer.database(TestServer.newDatabase());

        assertThatThrownBy(() -> DataSet.SMALL.load(database))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The schema is at version none but version 1 is needed: run migrate first.");
    }

    @Test
    void refusesSizesOutOfRange() {
        assertThatThrownBy(() -> new DataSet(0, 1)).hasMessage("The number of products must be 1 to 999999, not 0.");
        assertThatThrownBy(() -> new DataSet(1_000_000, 1))
                .hasMessage("The number of products must be 1 to 999999, not 1000000.");
        assertThatThrownBy(() -> new DataSet(1, -1)).hasMessage("The number of orders must be 0 to 10000000, not -1.");
    }

    private static List<String> query(String sql) {
        return TestServer.query(DATABASE, sql);
    }

    private static String value(String sql) {
        return TestServer.value(DATABASE, sql);
    }

    private static String row(String sql) {
        return value("SELECT row_text::text FROM (" + sql + ") AS row_text");
    }
}
