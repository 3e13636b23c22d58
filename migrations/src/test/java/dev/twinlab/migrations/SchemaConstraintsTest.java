package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaConstraintsTest {
    private static final String CHECK_VIOLATION = "23514";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final DataSource DATABASE = TestServer.migrated();

    @BeforeAll
    static void load() {
        new DataSet(20, 10).load(DATABASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE products SET stock = -1                      | products_stock_check",
                "UPDATE products SET stock = stock - 1000001         | products_stock_check",
                "UPDATE products SET price_minor = -1                | products_price_minor_check",
                "UPDATE products SET currency = 'eur'                | products_currency_check",
                "UPDATE products SET category = 'Books'              | products_category_check",
                "UPDATE products SET name = ''                       | products_name_check",
                "UPDATE products SET version = 0                     | products_version_check",
                "UPDATE products SET sku = 'sku 1' WHERE sku = 'SKU-000020' | products_sku_check",
                "UPDATE orders SET total_minor = -1                  | orders_total_minor_check",
                "UPDATE orders SET status = 'LOST'                   | orders_status_check",
                "UPDATE orders SET status = 'pending'                | orders_status_check",
                "UPDATE orders SET line_count = 0                    | orders_line_count_check",
                "UPDATE orders SET line_count = 51                   | orders_line_count_check",
                "UPDATE orders SET updated_at = created_at - interval '1 ms' | orders_check",
                "UPDATE order_lines SET quantity = 0                 | order_lines_quantity_check",
                "UPDATE order_lines SET quantity = 1001              | order_lines_quantity_check",
                "UPDATE order_lines SET unit_price_minor = -1        | order_lines_unit_price_minor_check",
                "INSERT INTO idempotency_keys VALUES ('s', 'short', sha256('x'))     | idempotency_keys_key_check",
                "INSERT INTO idempotency_keys VALUES ('', 'long-enough', sha256('x')) | idempotency_keys_subject_check",
                "INSERT INTO idempotency_keys VALUES ('s', 'long-enough', 'x')       | idempotency_keys_request_hash_check",
                "INSERT INTO outbox (order_id, type, payload) SELECT id, 'ORDER_LOST', '{}' FROM orders | outbox_type_check",
            })
    void refusesAValueOutOfItsBounds(String sql, String constraint) {
        assertRefused(sql, CHECK_VIOLATION, constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO order_lines SELECT uuidv7(), 'SKU-000001', 1, 1             | order_lines_order_id_fkey",
                "INSERT INTO order_lines SELECT id, 'NO-SUCH-SKU', 1, 1 FROM orders      | order_lines_sku_fkey",
                "INSERT INTO outbox (order_id, type, payload) SELECT uuidv7(), 'ORDER_CREATED', '{}' | outbox_order_id_fkey",
                "DELETE FROM products WHERE sku IN (SELECT sku FROM order_lines)         | order_lines_sku_fkey",
            })
    void refusesARowThatPointsNowhere(String sql, String constraint) {
        assertRefused(sql, FOREIGN_KEY_VIOLATION, constraint);
    }

    @Test
    void refusesASecondLineWithTheSameSku() {
        assertRefused("INSERT INTO order_lines SELECT * FROM order_lines", UNIQUE_VIOLATION, "order_lines_pkey");
    }

    @Test
    void refusesAnIdempotencyKeyWithoutItsOrderNoSoonerThanAtCommit() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO idempotency_keys VALUES ('subject', 'key-without-order', sha256('x'))");

            assertThatThrownBy(connection::commit)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("idempotency_keys_order_id_fkey");
        }
        assertThat(TestServer.query(DATABASE, "SELECT key FROM idempotency_keys"))
                .isEmpty();
    }

    @Test
    void acceptsAnIdempotencyKeyWhoseOrderFollowsInTheSameTransaction() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO idempotency_keys VALUES ('subject', 'key-with-order', sha256('x'))");
            statement.execute("INSERT INTO orders (id, customer_id, status, currency, total_minor, line_count)"
                    + " SELECT order_id, uuidv7(), 'PENDING', 'EUR', 0, 1 FROM idempotency_keys");
            connection.commit();

            statement.execute("DELETE FROM orders USING idempotency_keys WHERE order_id = id");
            statement.execute("DELETE FROM idempotency_keys");
            connection.commit();
        }
    }

    private static void assertRefused(String sql, String state, String constraint) {
        assertThatThrownBy(() -> {
                    try (Connection connection = DATABASE.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(state))
                .hasMessageContaining("\"" + constraint + "\"");
    }
}
