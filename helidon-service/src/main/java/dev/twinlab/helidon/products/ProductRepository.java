package dev.twinlab.helidon.products;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.products.Product;
import dev.twinlab.helidon.persistence.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads products: one statement each. */
public final class ProductRepository {
    private static final String COLUMNS =
            "SELECT sku, name, description, category, price_minor, currency, stock, version, updated_at FROM products";

    private final Jdbc jdbc;

    public ProductRepository(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Product> find(String sku) {
        return jdbc.first(COLUMNS + " WHERE sku = ?", ProductRepository::product, sku);
    }

    List<Product> page(Optional<String> category, Optional<String> after, int limit) {
        String last = after.orElse("");
        return category.isPresent()
                ? jdbc.all(
                        COLUMNS + " WHERE category = ? AND sku > ? ORDER BY sku LIMIT ?",
                        ProductRepository::product,
                        category.get(),
                        last,
                        limit)
                : jdbc.all(COLUMNS + " WHERE sku > ? ORDER BY sku LIMIT ?", ProductRepository::product, last, limit);
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Money(row.getLong(5), row.getString(6)),
                row.getInt(7),
                row.getLong(8),
                Timestamps.format(row.getObject(9, OffsetDateTime.class).toInstant()));
    }
}
