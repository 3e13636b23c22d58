package dev.twinlab.helidon.orders;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderLine;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.orders.OrderSummary;
import java.util.List;
import java.util.UUID;

/** A row of {@code orders}. */
record OrderRow(
        UUID id,
        UUID customerId,
        OrderStatus status,
        String currency,
        long totalMinor,
        int lineCount,
        String createdAt,
        String updatedAt) {

    OrderSummary toSummary() {
        return new OrderSummary(
                id.toString(),
                customerId.toString(),
                status,
                lineCount,
                new Money(totalMinor, currency),
                createdAt,
                updatedAt);
    }

    Order toOrder(List<OrderLine> lines) {
        return toOrder(status, lines, updatedAt);
    }

    Order toOrder(OrderStatus status, List<OrderLine> lines, String updatedAt) {
        return new Order(
                id.toString(),
                customerId.toString(),
                status,
                lines,
                new Money(totalMinor, currency),
                createdAt,
                updatedAt);
    }
}
