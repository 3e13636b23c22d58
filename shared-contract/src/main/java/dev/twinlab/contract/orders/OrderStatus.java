package dev.twinlab.contract.orders;

import java.util.Set;

/** The life cycle of an order: {@code PENDING → CONFIRMED → SHIPPED}, {@code PENDING|CONFIRMED → CANCELLED}. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    SHIPPED,
    CANCELLED;

    /** The states that an order in this one may go to next. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(CONFIRMED, CANCELLED);
            case CONFIRMED -> Set.of(SHIPPED, CANCELLED);
            case SHIPPED, CANCELLED -> Set.of();
        };
    }

    /** Whether the life cycle allows the step from here to {@code target}. */
    public boolean canBecome(OrderStatus target) {
        return next().contains(target);
    }
}
