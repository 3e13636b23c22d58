package dev.twinlab.helidon.orders;

/** A locked product: what pricing an order needs of it. */
record StockRow(String sku, long priceMinor, String currency, int stock) {}
