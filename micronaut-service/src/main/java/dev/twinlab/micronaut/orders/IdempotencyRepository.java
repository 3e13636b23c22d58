package dev.twinlab.micronaut.orders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who used which key for what. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdempotencyRepository extends GenericRepository<IdempotencyRepository.Claim, UUID> {
    /**
     * Claims the key and gives the id of the order to be made under it; null when it is taken. Waits for a transaction that
     * has claimed it and is not done.
     */
    @Query("""
            INSERT INTO idempotency_keys (subject, key, request_hash) VALUES (:subject, :key, :requestHash)
            ON CONFLICT DO NOTHING
            RETURNING order_id
            """)
    @Nullable
    UUID claim(String subject, String key, byte[] requestHash);

    @Query("SELECT order_id, request_hash FROM idempotency_keys WHERE subject = :subject AND key = :key")
    Optional<Claim> find(String subject, String key);

    /**
     * A key that is taken.
     *
     * @param orderId the order made under it
     * @param requestHash fingerprint of the body it came with
     */
    @MappedEntity("idempotency_keys")
    record Claim(@Id UUID orderId, byte[] requestHash) {}
}
