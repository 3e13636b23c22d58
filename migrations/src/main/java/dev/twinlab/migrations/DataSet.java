package dev.twinlab.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A catalogue with 90 days of orders behind it, made by the server from numbers alone: the same sizes give the same rows
 * everywhere. What the rows are is told in {@code data/data-set.sql}.
 *
 * <p>Loading takes seconds. Who needs the same state again and again, as the lab does before each run, loads it once and
 * copies the files instead: {@link TemplateDatabase}.
 *
 * @param products number of products, 1..999,999 (a SKU has six digits)
 * @param orders number of orders, 0..10,000,000
 */
public record DataSet(int products, int orders) {
    /** What is measured: larger than any cache in a service, small enough for a laptop. */
    public static final DataSet DEFAULT = new DataSet(10_000, 100_000);
    /** For tests. */
    public static final DataSet SMALL = new DataSet(200, 1_000);

    private static final int PRODUCTS_MAX = 999_999;
    private static final int ORDERS_MAX = 10_000_000;
    private static final String TABLES = "outbox, idempotency_keys, order_lines, orders, products";

    /** @throws IllegalArgumentException when a size is out of its range */
    public DataSet {
        requireRange("products", products, 1, PRODUCTS_MAX);
        requireRange("orders", orders, 0, ORDERS_MAX);
    }

    /**
     * Fills an empty database, all or nothing.
     *
     * @param database with the newest schema
     * @throws MigrationException when a table has rows already, or the schema is not the newest
     */
    public void load(DataSource database) {
        load(database, false);
    }

    /**
     * Deletes every row of every table first, in the same transaction.
     *
     * @param database with the newest schema
     * @throws MigrationException when the schema is not the newest
     */
    public void replace(DataSource database) {
        load(database, true);
    }

    /** The statements that make the rows: another text means other rows. */
    static String script() {
        try (InputStream in = DataSet.class.getResourceAsStream("data/data-set.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("data-set.sql cannot be read from the class path", e);
        }
    }

    private void load(DataSource database, boolean replace) {
        new SchemaMigrator().requireNewest(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Embedded servers default to asynchronous commits. While one of them, or of its neighbours such as the
            // vacuum's own, is not on disk yet, a vacuum can neither freeze rows nor mark them as visible to all.
            statement.execute("SET synchronous_commit = on");
            connection.setAutoCommit(false);
            fill(statement, replace);
            connection.commit();
            connection.setAutoCommit(true);
            // Frozen, so that no reader of a measured run has to write hint bits. The two other tables are left as they
            // are: a table that was vacuumed while empty is planned as empty, by sequential scans that stay in prepared
            // statements while it grows.
            statement.execute("VACUUM (FREEZE, ANALYZE) products, orders, order_lines");
            statement.execute("RESET synchronous_commit");
        } catch (SQLException e) {
            throw Failures.of("load the data set", e);
        }
    }

    private void fill(Statement statement, boolean replace) throws SQLException {
        statement.execute("SET LOCAL lock_timeout = " + SchemaMigrator.DEFAULT_LOCK_TIMEOUT.toMillis());
        if (replace) {
            statement.execute("TRUNCATE " + TABLES);
        } else {
            // Two loaders at once: the second waits here and then sees the rows of the first.
            statement.execute("LOCK TABLE " + TABLES + " IN SHARE ROW EXCLUSIVE MODE");
            requireEmpty(statement);
        }
        statement.execute("SET LOCAL data_set.products = " + products);
        statement.execute("SET LOCAL data_set.orders = " + orders);
        statement.execute(script());
    }

    private static void requireEmpty(Statement statement) throws SQLException {
        for (String table : TABLES.split(", ")) {
            try (ResultSet row = statement.executeQuery("SELECT FROM " + table + " LIMIT 1")) {
                if (row.next()) {
                    throw new MigrationException(
                            "The table " + table
                                    + " has rows already: take an empty database, or replace (--replace) every row of every table.");
                }
            }
        }
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The number of " + name + " must be " + min + " to " + max + ", not " + value + ".");
        }
    }
}
