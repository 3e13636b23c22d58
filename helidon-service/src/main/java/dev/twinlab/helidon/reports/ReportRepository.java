package dev.twinlab.helidon.reports;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.reports.SalesRow;
import dev.twinlab.helidon.persistence.Jdbc;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Aggregates, one statement each. */
public final class ReportRepository {
    private static final String SALES = """
            SELECT (o.created_at AT TIME ZONE 'UTC')::date, p.category, o.currency,
                   count(DISTINCT o.id), sum(l.quantity), sum(l.quantity * l.unit_price_minor)
            FROM orders o
            JOIN order_lines l ON l.order_id = o.id
            JOIN products p ON p.sku = l.sku
            WHERE o.created_at >= ? AND o.created_at < ? AND o.status <> 'CANCELLED'
            GROUP BY 1, 2, 3
            ORDER BY 1, 2, 3
            """;

    private final Jdbc jdbc;

    public ReportRepository(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<SalesRow> sales(Parameters.Period period) {
        return jdbc.all(
                SALES,
                row -> new SalesRow(
                        row.getObject(1, LocalDate.class).toString(),
                        row.getString(2),
                        row.getLong(4),
                        row.getLong(5),
                        new Money(row.getLong(6), row.getString(3))),
                start(period.from()),
                start(period.to().plusDays(1)));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
