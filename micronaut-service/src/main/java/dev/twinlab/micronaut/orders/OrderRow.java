package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.http.Timestamps;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.orders.OrderSummary;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of {@code orders}. */
@MappedEntity("orders")
record OrderRow(
        @Id UUID id,
        UUID customerId,
        OrderStatus status,
        String currency,
        long totalMinor,
        int lineCount,
        Instant createdAt,
        Instant updatedAt) {

    /** The order as it is now. */
    Order toOrder(List<LineRow> lines) {
        return toOrder(lines, status, updatedAt);
    }

    /** The order as it was answered when it was placed. */
    Order asPlaced(List<LineRow> lines) {
        return toOrder(lines, OrderStatus.PENDING, createdAt);
    }

    /** The order with another state than the row's. */
    Order toOrder(List<LineRow> lines, OrderStatus newStatus, Instant newUpdatedAt) {
        return new Order(
                id.toString(),
                customerId.toString(),
                newStatus,
                lines.stream().map(line -> line.toOrderLine(currency)).toList(),
                new Money(totalMinor, currency),
                Timestamps.format(createdAt),
                Timestamps.format(newUpdatedAt));
    }

    OrderSummary toSummary() {
        return new OrderSummary(
                id.toString(),
                customerId.toString(),
                status,
                lineCount,
                new Money(totalMinor, currency),
                Timestamps.format(createdAt),
                Timestamps.format(updatedAt));
    }
}
