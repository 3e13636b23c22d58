package dev.twinlab.helidon.orders;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.orders.OrderLine;
import dev.twinlab.helidon.persistence.Jdbc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves stock, one statement for all lines of an order. */
final class StockRepository {
    private final Jdbc jdbc;

    StockRepository(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks products in the database's SKU order and gives those that exist, in that order. */
    Map<String, StockRow> lock(List<String> skus) {
        var products = new LinkedHashMap<String, StockRow>();
        jdbc.all(
                        "SELECT sku, price_minor, currency, stock FROM products WHERE sku = ANY (?) ORDER BY sku FOR UPDATE",
                        row -> new StockRow(row.getString(1), row.getLong(2), row.getString(3), row.getInt(4)),
                        (Object) skus.toArray(String[]::new))
                .forEach(it -> products.put(it.sku(), it));
        return products;
    }

    /** The lines of an order, with their products locked in SKU order. */
    List<OrderLine> lockLinesOf(UUID orderId, String currency) {
        return jdbc.all(
                "SELECT l.sku, l.quantity, l.unit_price_minor FROM order_lines l JOIN products p ON p.sku = l.sku"
                        + " WHERE l.order_id = ? ORDER BY l.sku FOR UPDATE OF p",
                row -> {
                    int quantity = row.getInt(2);
                    long price = row.getLong(3);
                    return new OrderLine(
                            row.getString(1),
                            quantity,
                            new Money(price, currency),
                            new Money(price * quantity, currency));
                },
                orderId);
    }

    void take(List<OrderLine> lines) {
        move(lines, -1);
    }

    void giveBack(List<OrderLine> lines) {
        move(lines, 1);
    }

    private void move(List<OrderLine> lines, int sign) {
        jdbc.update(
                "UPDATE products p SET stock = p.stock + l.quantity, version = p.version + 1, updated_at = now()"
                        + " FROM unnest(?::text[], ?::int[]) AS l (sku, quantity) WHERE p.sku = l.sku",
                lines.stream().map(OrderLine::sku).toArray(String[]::new),
                lines.stream().map(it -> sign * it.quantity()).toArray(Integer[]::new));
    }
}
