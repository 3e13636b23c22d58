package dev.twinlab.helidon.orders;

import dev.twinlab.contract.orders.Order;

/**
 * The outcome of placing an order.
 *
 * @param order as it was placed
 * @param replayed whether this is the first answer again
 */
record PlacedOrder(Order order, boolean replayed) {}
