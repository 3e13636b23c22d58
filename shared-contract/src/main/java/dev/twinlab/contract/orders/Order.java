package dev.twinlab.contract.orders;

import dev.twinlab.contract.Money;
import java.util.List;

/**
 * An order with its lines.
 *
 * @param id UUIDv7
 * @param customerId UUID in lower case
 * @param status where it stands in its life cycle
 * @param lines in the order of the SKU
 * @param total sum of the lines
 * @param createdAt RFC 3339, UTC, milliseconds
 * @param updatedAt RFC 3339, UTC, milliseconds
 */
public record Order(
        String id,
        String customerId,
        OrderStatus status,
        List<OrderLine> lines,
        Money total,
        String createdAt,
        String updatedAt) {}
