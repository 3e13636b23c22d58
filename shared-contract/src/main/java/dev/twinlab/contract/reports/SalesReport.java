package dev.twinlab.contract.reports;

import java.util.List;

/**
 * Sales per day, category and currency; cancelled orders do not count.
 *
 * @param from first day, ISO date, UTC
 * @param to last day, inclusive
 * @param rows ordered by day, category, currency; a day without sales has no row
 */
public record SalesReport(String from, String to, List<SalesRow> rows) {}
