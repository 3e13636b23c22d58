package dev.twinlab.helidon.orders;

import dev.twinlab.helidon.persistence.Jdbc;
import java.util.UUID;

/** Leaves events for the worker, in the transaction that they are about. */
final class OutboxRepository {
    private final Jdbc jdbc;

    OutboxRepository(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void orderCreated(UUID orderId) {
        add(orderId, "ORDER_CREATED");
    }

    void orderCancelled(UUID orderId) {
        add(orderId, "ORDER_CANCELLED");
    }

    private void add(UUID orderId, String type) {
        jdbc.update(
                "INSERT INTO outbox (order_id, type, payload) VALUES (?, ?, ?::jsonb)",
                orderId,
                type,
                "{\"orderId\":\"" + orderId + "\"}");
    }
}
