package dev.twinlab.micronaut.orders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The stock of products under lock, always in the order of the SKU: two orders can wait for each other, but not both. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StockRepository extends GenericRepository<StockRepository.Stock, String> {
    /** Locks the products that exist among {@code skus}. */
    @Query("""
            SELECT sku, price_minor, currency, stock FROM products WHERE sku = ANY (:skus) ORDER BY sku FOR UPDATE
            """)
    List<Stock> lock(@TypeDef(type = DataType.STRING_ARRAY) String[] skus);

    /** Locks the products of an order and gives its lines. */
    @Query("""
            SELECT l.sku AS sku, l.quantity AS quantity, l.unit_price_minor AS unit_price_minor
              FROM order_lines l
              JOIN products p ON p.sku = l.sku
             WHERE l.order_id = :orderId
             ORDER BY l.sku
               FOR UPDATE OF p
            """)
    List<LineRow> lockLines(UUID orderId);

    /** Takes units from locked products. */
    @Query("""
            UPDATE products p
               SET stock = p.stock - l.quantity, version = p.version + 1, updated_at = now()
              FROM unnest(:skus, :quantities) AS l (sku, quantity)
             WHERE p.sku = l.sku
            """)
    int take(
            @TypeDef(type = DataType.STRING_ARRAY) String[] skus,
            @TypeDef(type = DataType.INTEGER_ARRAY) Integer[] quantities);

    /** Gives the units of an order's lines back to locked products. */
    @Query("""
            UPDATE products p
               SET stock = p.stock + l.quantity, version = p.version + 1, updated_at = now()
              FROM order_lines l
             WHERE l.order_id = :orderId AND p.sku = l.sku
            """)
    int giveBack(UUID orderId);

    /**
     * A locked product.
     *
     * @param priceMinor price of one unit, minor units
     * @param stock units left
     */
    @MappedEntity("products")
    record Stock(@Id String sku, long priceMinor, String currency, int stock) {}
}
