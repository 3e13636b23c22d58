package dev.twinlab.lab.run;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.run.StartupProbe.Expected;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Keys of rows that are in the data set, for requests that must succeed. The same data set gives the same keys.
 *
 * @param skus products of one currency (an order may not mix) with stock enough for a campaign
 * @param categories every one
 * @param orders ids of orders
 * @param customers who have orders
 * @param first a product and its price, for the first request of a starting service
 */
record LoadData(
        List<String> skus, List<String> categories, List<String> orders, List<String> customers, Expected first) {
    private static final int ROWS_MAX = 2000;

    static LoadData read(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String currency =
                    "(SELECT currency FROM products GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1)";
            List<String> skus = texts(
                    statement,
                    "SELECT sku FROM products WHERE stock >= 1000 AND currency = " + currency
                            + " ORDER BY md5(sku) LIMIT " + ROWS_MAX);
            List<String> categories = texts(statement, "SELECT DISTINCT category FROM products ORDER BY 1");
            List<String> orders =
                    texts(statement, "SELECT id::text FROM orders ORDER BY md5(id::text) LIMIT " + ROWS_MAX);
            List<String> customers = texts(
                    statement,
                    "SELECT customer_id::text FROM (SELECT DISTINCT customer_id FROM orders) AS c ORDER BY md5(customer_id::text) LIMIT "
                            + ROWS_MAX);
            if (skus.isEmpty() || orders.isEmpty()) {
                throw new LabFailure(
                        "The data set has no products in stock or no orders: give it more of both in the plan.");
            }
            try (ResultSet row = statement.executeQuery("SELECT sku, price_minor FROM products ORDER BY sku LIMIT 1")) {
                row.next();
                return new LoadData(
                        skus, categories, orders, customers, new Expected(row.getString(1), row.getLong(2)));
            }
        } catch (SQLException e) {
            throw new LabFailure("The data set cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
