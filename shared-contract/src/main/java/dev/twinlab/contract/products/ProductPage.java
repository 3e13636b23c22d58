package dev.twinlab.contract.products;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of products in SKU order.
 *
 * @param items at most {@code limit} products
 * @param nextCursor what to pass as {@code cursor} for the next page; null on the last
 */
public record ProductPage(List<Product> items, @Nullable String nextCursor) {}
