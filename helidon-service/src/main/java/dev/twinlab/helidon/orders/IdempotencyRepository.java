package dev.twinlab.helidon.orders;

import dev.twinlab.helidon.persistence.Jdbc;
import java.util.Optional;
import java.util.UUID;

/** Who has used which key for what. */
final class IdempotencyRepository {
    private final Jdbc jdbc;

    IdempotencyRepository(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims the key and gives the new order's id; empty when it is taken. Waits for a transaction that is just claiming it. */
    Optional<UUID> claim(String subject, String key, byte[] requestHash) {
        return jdbc.first(
                "INSERT INTO idempotency_keys (subject, key, request_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING order_id",
                row -> row.getObject(1, UUID.class),
                subject,
                key,
                requestHash);
    }

    Optional<Claim> find(String subject, String key) {
        return jdbc.first(
                "SELECT order_id, request_hash FROM idempotency_keys WHERE subject = ? AND key = ?",
                row -> new Claim(row.getObject(1, UUID.class), row.getBytes(2)),
                subject,
                key);
    }

    /** What a key was used for. */
    record Claim(UUID orderId, byte[] requestHash) {}
}
