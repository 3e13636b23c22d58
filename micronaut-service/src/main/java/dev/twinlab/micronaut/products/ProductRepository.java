package dev.twinlab.micronaut.products;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads the catalogue; every method is one statement without a transaction. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProductRepository extends GenericRepository<ProductRow, String> {
    /** Before the first SKU. */
    String START = "";

    String COLUMNS = "SELECT sku, name, description, category, price_minor, currency, stock, version, updated_at";

    @Query(COLUMNS + " FROM products WHERE sku = :sku")
    Optional<ProductRow> findBySku(String sku);

    @Query(COLUMNS + " FROM products WHERE sku > :after ORDER BY sku LIMIT :count")
    List<ProductRow> findPage(String after, int count);

    @Query(COLUMNS + " FROM products WHERE category = :category AND sku > :after ORDER BY sku LIMIT :count")
    List<ProductRow> findPageOfCategory(String category, String after, int count);
}
