package dev.twinlab.contract.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of orders, newest first (descending id).
 *
 * @param items at most {@code limit} orders
 * @param nextCursor what to pass as {@code cursor} for the next page; null on the last
 */
public record OrderPage(List<OrderSummary> items, @Nullable String nextCursor) {}
