package dev.twinlab.contract.orders;

import static dev.twinlab.contract.orders.OrderStatus.CANCELLED;
import static dev.twinlab.contract.orders.OrderStatus.CONFIRMED;
import static dev.twinlab.contract.orders.OrderStatus.PENDING;
import static dev.twinlab.contract.orders.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OrderStatusTest {
    private static final Map<OrderStatus, Set<OrderStatus>> LIFE_CYCLE = Map.of(
            PENDING, Set.of(CONFIRMED, CANCELLED),
            CONFIRMED, Set.of(SHIPPED, CANCELLED),
            SHIPPED, Set.of(),
            CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource
    void goesOnlyWhereTheLifeCycleLeads(OrderStatus from) {
        Set<OrderStatus> allowed = LIFE_CYCLE.get(from);

        assertThat(from.next()).isEqualTo(allowed);
        assertThat(OrderStatus.values())
                .allSatisfy(to -> assertThat(from.canBecome(to)).isEqualTo(allowed.contains(to)));
    }
}
