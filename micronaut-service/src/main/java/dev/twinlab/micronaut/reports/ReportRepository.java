package dev.twinlab.micronaut.reports;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Aggregates; every method is one statement without a transaction. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReportRepository extends GenericRepository<ReportRepository.Sales, LocalDate> {
    /**
     * Sales of the orders placed in a period, cancelled ones left out.
     *
     * @param from start of the first day
     * @param until end of the last day, exclusive
     */
    @Query("""
            SELECT CAST(o.created_at AT TIME ZONE 'UTC' AS date) AS day,
                   p.category AS category,
                   o.currency AS currency,
                   count(DISTINCT o.id) AS orders,
                   sum(l.quantity) AS units,
                   CAST(sum(l.quantity * l.unit_price_minor) AS bigint) AS revenue_minor
              FROM orders o
              JOIN order_lines l ON l.order_id = o.id
              JOIN products p ON p.sku = l.sku
             WHERE o.created_at >= :from AND o.created_at < :until AND o.status <> 'CANCELLED'
             GROUP BY 1, 2, 3
             ORDER BY 1, 2, 3
            """)
    List<Sales> sales(Instant from, Instant until);

    /**
     * One row.
     *
     * @param revenueMinor minor units
     */
    @MappedEntity
    record Sales(LocalDate day, String category, String currency, long orders, long units, long revenueMinor) {}
}
