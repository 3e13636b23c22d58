package dev.twinlab.contract.orders;

import dev.twinlab.contract.Money;

/**
 * One line of an order, priced at the time of the order.
 *
 * @param sku the product
 * @param quantity units
 * @param unitPrice price of one unit when the order was placed
 * @param lineTotal quantity times unit price
 */
public record OrderLine(String sku, int quantity, Money unitPrice, Money lineTotal) {}
