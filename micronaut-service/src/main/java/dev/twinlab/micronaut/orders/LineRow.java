package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.orders.OrderLine;
import io.micronaut.core.annotation.Introspected;

/** A row of {@code order_lines}, without its order. */
@Introspected
record LineRow(String sku, int quantity, long unitPriceMinor) {
    /** What the line costs, minor units. */
    long totalMinor() {
        return Math.multiplyExact(unitPriceMinor, quantity);
    }

    OrderLine toOrderLine(String currency) {
        return new OrderLine(sku, quantity, new Money(unitPriceMinor, currency), new Money(totalMinor(), currency));
    }
}
