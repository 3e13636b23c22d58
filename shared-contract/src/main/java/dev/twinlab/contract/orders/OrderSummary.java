package dev.twinlab.contract.orders;

import dev.twinlab.contract.Money;

/**
 * An order in a list, without its lines.
 *
 * @param id UUIDv7
 * @param customerId UUID in lower case
 * @param status where it stands in its life cycle
 * @param lineCount number of lines, 1 or more
 * @param total sum of the lines
 * @param createdAt RFC 3339, UTC, milliseconds
 * @param updatedAt RFC 3339, UTC, milliseconds
 */
public record OrderSummary(
        String id,
        String customerId,
        OrderStatus status,
        int lineCount,
        Money total,
        String createdAt,
        String updatedAt) {}
