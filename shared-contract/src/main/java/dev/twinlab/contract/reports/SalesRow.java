package dev.twinlab.contract.reports;

import dev.twinlab.contract.Money;

/**
 * Sales of one category on one day in one currency.
 *
 * @param day ISO date, UTC
 * @param category category slug
 * @param orders orders with at least one line of the category
 * @param units units sold
 * @param revenue sum of the lines
 */
public record SalesRow(String day, String category, long orders, long units, Money revenue) {}
