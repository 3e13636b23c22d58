package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.orders.OrderStatus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders and their lines; every method is one statement. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrderRepository extends GenericRepository<OrderRow, UUID> {
    /** After the newest order. */
    UUID START = new UUID(-1, -1);

    String COLUMNS =
            "SELECT id, customer_id, status, currency, total_minor, line_count, created_at, updated_at FROM orders";

    String PAGE = " ORDER BY id DESC LIMIT :count";

    @Query(COLUMNS + " WHERE id = :id")
    Optional<OrderRow> findById(UUID id);

    @Query(COLUMNS + " WHERE id = :id FOR UPDATE")
    Optional<OrderRow> lockById(UUID id);

    @Query("""
            SELECT sku, quantity, unit_price_minor FROM order_lines WHERE order_id = :orderId ORDER BY sku
            """)
    List<LineRow> findLines(UUID orderId);

    @Query(COLUMNS + " WHERE id < :before" + PAGE)
    List<OrderRow> findPage(UUID before, int count);

    @Query(COLUMNS + " WHERE customer_id = :customerId AND id < :before" + PAGE)
    List<OrderRow> findPageOfCustomer(UUID customerId, UUID before, int count);

    @Query(COLUMNS + " WHERE status = :status AND id < :before" + PAGE)
    List<OrderRow> findPageInStatus(OrderStatus status, UUID before, int count);

    @Query(COLUMNS + " WHERE customer_id = :customerId AND status = :status AND id < :before" + PAGE)
    List<OrderRow> findPageOfCustomerInStatus(UUID customerId, OrderStatus status, UUID before, int count);

    /** Stores a new order and says when it was created. */
    @Query("""
            INSERT INTO orders (id, customer_id, status, currency, total_minor, line_count)
            VALUES (:id, :customerId, :status, :currency, :totalMinor, :lineCount)
            RETURNING created_at
            """)
    Instant insert(UUID id, UUID customerId, OrderStatus status, String currency, long totalMinor, int lineCount);

    @Query("""
            INSERT INTO order_lines (order_id, sku, quantity, unit_price_minor)
            SELECT :orderId, l.sku, l.quantity, l.unit_price_minor
              FROM unnest(:skus, :quantities, :prices) AS l (sku, quantity, unit_price_minor)
            """)
    int insertLines(
            UUID orderId,
            @TypeDef(type = DataType.STRING_ARRAY) String[] skus,
            @TypeDef(type = DataType.INTEGER_ARRAY) Integer[] quantities,
            @TypeDef(type = DataType.LONG_ARRAY) Long[] prices);

    /** Cancels the order and says when; a clock that was set back does not make it older than its creation. */
    @Query("""
            UPDATE orders SET status = 'CANCELLED', updated_at = greatest(now(), created_at) WHERE id = :id
            RETURNING updated_at
            """)
    Instant markCancelled(UUID id);
}
