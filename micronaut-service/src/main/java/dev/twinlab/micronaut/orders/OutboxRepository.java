package dev.twinlab.micronaut.orders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Events, stored in the transaction of the change that they tell of. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboxRepository extends GenericRepository<OutboxRepository.Event, UUID> {
    /**
     * Stores an event.
     *
     * @param type {@code ORDER_CREATED} or {@code ORDER_CANCELLED}
     * @param payload JSON
     */
    @Query("INSERT INTO outbox (order_id, type, payload) VALUES (:orderId, :type, CAST(:payload AS jsonb))")
    int insert(UUID orderId, String type, String payload);

    /** A row of {@code outbox}; its id and times are the database's. */
    @MappedEntity("outbox")
    record Event(@Id UUID id, UUID orderId, String type, String payload) {}
}
