package dev.twinlab.helidon.orders;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderLine;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.orders.OrderSummary;
import dev.twinlab.helidon.persistence.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders and their lines. */
public final class OrderRepository {
    private static final String COLUMNS =
            "SELECT id, customer_id, status, currency, total_minor, line_count, created_at, updated_at FROM orders";

    private final Jdbc jdbc;

    public OrderRepository(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** An order as it stands: two statements. */
    Optional<Order> find(UUID id) {
        return row(id, "").map(it -> it.toOrder(lines(it)));
    }

    /** An order as it was placed, whatever became of it: two statements. */
    Optional<Order> asPlaced(UUID id) {
        return row(id, "").map(it -> it.toOrder(OrderStatus.PENDING, lines(it), it.createdAt()));
    }

    Optional<OrderRow> lock(UUID id) {
        return row(id, " FOR UPDATE");
    }

    List<OrderSummary> page(Optional<UUID> customer, Optional<OrderStatus> status, Optional<UUID> before, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        customer.ifPresent(it -> {
            conditions.add("customer_id = ?");
            parameters.add(it);
        });
        status.ifPresent(it -> {
            conditions.add("status = ?");
            parameters.add(it.name());
        });
        before.ifPresent(it -> {
            conditions.add("id < ?");
            parameters.add(it);
        });
        parameters.add(limit);
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return jdbc
                .all(COLUMNS + where + " ORDER BY id DESC LIMIT ?", OrderRepository::summary, parameters.toArray())
                .stream()
                .map(OrderRow::toSummary)
                .toList();
    }

    Order insert(UUID id, UUID customerId, List<OrderLine> lines, long totalMinor) {
        String currency = lines.getFirst().unitPrice().currency();
        String createdAt = jdbc.first(
                        "INSERT INTO orders (id, customer_id, status, currency, total_minor, line_count)"
                                + " VALUES (?, ?, 'PENDING', ?, ?, ?) RETURNING created_at",
                        row -> time(row, 1),
                        id,
                        customerId,
                        currency,
                        totalMinor,
                        lines.size())
                .orElseThrow();
        jdbc.update(
                "INSERT INTO order_lines (order_id, sku, quantity, unit_price_minor)"
                        + " SELECT ?, l.sku, l.quantity, l.price FROM unnest(?::text[], ?::int[], ?::bigint[]) AS l (sku, quantity, price)",
                id,
                lines.stream().map(OrderLine::sku).toArray(String[]::new),
                lines.stream().map(OrderLine::quantity).toArray(Integer[]::new),
                lines.stream().map(it -> it.unitPrice().amountMinor()).toArray(Long[]::new));
        return new Order(
                id.toString(),
                customerId.toString(),
                OrderStatus.PENDING,
                lines,
                new Money(totalMinor, currency),
                createdAt,
                createdAt);
    }

    /** Marks it as cancelled; gives the time of that. */
    String cancel(UUID id) {
        return jdbc.first(
                        "UPDATE orders SET status = 'CANCELLED', updated_at = greatest(now(), created_at) WHERE id = ? RETURNING updated_at",
                        row -> time(row, 1),
                        id)
                .orElseThrow();
    }

    private Optional<OrderRow> row(UUID id, String lock) {
        return jdbc.first(COLUMNS + " WHERE id = ?" + lock, OrderRepository::summary, id);
    }

    private List<OrderLine> lines(OrderRow order) {
        return jdbc.all(
                "SELECT sku, quantity, unit_price_minor FROM order_lines WHERE order_id = ? ORDER BY sku",
                row -> {
                    int quantity = row.getInt(2);
                    long price = row.getLong(3);
                    return new OrderLine(
                            row.getString(1),
                            quantity,
                            new Money(price, order.currency()),
                            new Money(price * quantity, order.currency()));
                },
                order.id());
    }

    private static OrderRow summary(ResultSet row) throws SQLException {
        return new OrderRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                OrderStatus.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getInt(6),
                time(row, 7),
                time(row, 8));
    }

    private static String time(ResultSet row, int column) throws SQLException {
        return Timestamps.format(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
