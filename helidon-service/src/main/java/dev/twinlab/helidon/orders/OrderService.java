package dev.twinlab.helidon.orders;

import dev.twinlab.contract.Money;
import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderFingerprint;
import dev.twinlab.contract.orders.OrderLine;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.helidon.persistence.Jdbc;
import dev.twinlab.helidon.telemetry.Meters;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Places and cancels orders, each in one transaction. Stock is always locked in SKU order, so that no two wait for each other. */
public final class OrderService {
    private final Jdbc jdbc;
    private final Meters meters;

    public OrderService(Jdbc jdbc, Meters meters) {
        this.jdbc = jdbc;
        this.meters = meters;
    }

    /**
     * Places an order, or gives the first answer again.
     *
     * @param subject who asks; keys are theirs alone
     * @throws dev.twinlab.contract.problem.ProblemException 409 for a key of another body or too little stock, 422 for unknown
     *     products or mixed currencies
     */
    PlacedOrder place(String subject, String key, CreateOrder request) {
        byte[] fingerprint = OrderFingerprint.of(request);
        PlacedOrder placed = jdbc.transaction(transaction -> {
            var keys = new IdempotencyRepository(transaction);
            return keys.claim(subject, key, fingerprint)
                    .map(id -> new PlacedOrder(placeNew(transaction, id, request), false))
                    .orElseGet(() -> new PlacedOrder(replay(transaction, keys, subject, key, fingerprint), true));
        });
        if (!placed.replayed()) {
            meters.orderCreated();
        }
        return placed;
    }

    /**
     * Cancels an order and returns its stock.
     *
     * @throws dev.twinlab.contract.problem.ProblemException 404, or 409 when the life cycle forbids it
     */
    Order cancel(UUID id) {
        Order cancelled = jdbc.transaction(transaction -> {
            var orders = new OrderRepository(transaction);
            OrderRow order = orders.lock(id).orElseThrow(() -> Problems.noSuchOrder(id.toString()));
            if (!order.status().canBecome(OrderStatus.CANCELLED)) {
                throw Problems.orderState(id.toString(), order.status(), OrderStatus.CANCELLED);
            }
            var stock = new StockRepository(transaction);
            List<OrderLine> lines = stock.lockLinesOf(id, order.currency());
            stock.giveBack(lines);
            String updatedAt = orders.cancel(id);
            new OutboxRepository(transaction).orderCancelled(id);
            return order.toOrder(OrderStatus.CANCELLED, lines, updatedAt);
        });
        meters.orderCancelled();
        return cancelled;
    }

    private static Order placeNew(Jdbc transaction, UUID id, CreateOrder request) {
        var stock = new StockRepository(transaction);
        Map<String, StockRow> products =
                stock.lock(request.lines().stream().map(CreateOrderLine::sku).toList());
        checkProducts(request.lines(), products);
        Map<String, Integer> quantities =
                request.lines().stream().collect(Collectors.toMap(CreateOrderLine::sku, CreateOrderLine::quantity));
        var lines = new ArrayList<OrderLine>(products.size());
        long total = 0;
        // In the database's order of SKUs, which need not be Java's: the order in which the lines will be read back.
        for (StockRow product : products.values()) {
            int quantity = quantities.get(product.sku());
            if (product.stock() < quantity) {
                throw Problems.insufficientStock(product.sku(), quantity, product.stock());
            }
            long lineTotal = Math.multiplyExact(product.priceMinor(), quantity);
            total = Math.addExact(total, lineTotal);
            lines.add(new OrderLine(
                    product.sku(),
                    quantity,
                    new Money(product.priceMinor(), product.currency()),
                    new Money(lineTotal, product.currency())));
        }
        stock.take(lines);
        var order = new OrderRepository(transaction)
                .insert(id, UUID.fromString(request.customerId().toLowerCase(Locale.ROOT)), lines, total);
        new OutboxRepository(transaction).orderCreated(id);
        return order;
    }

    private static void checkProducts(List<CreateOrderLine> lines, Map<String, StockRow> products) {
        refuse(lines, OrderRules.SKU_UNKNOWN, sku -> !products.containsKey(sku));
        String currency = products.get(lines.getFirst().sku()).currency();
        refuse(lines, OrderRules.CURRENCY_MIXED, sku -> !products.get(sku)
                .currency()
                .equals(currency));
    }

    private static void refuse(List<CreateOrderLine> lines, String message, Predicate<String> wrong) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            if (wrong.test(lines.get(i).sku())) {
                errors.add(new FieldError("lines[" + i + "].sku", message));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.validationFailed(errors);
        }
    }

    private static Order replay(
            Jdbc transaction, IdempotencyRepository keys, String subject, String key, byte[] fingerprint) {
        UUID id = keys.find(subject, key)
                .filter(known -> MessageDigest.isEqual(known.requestHash(), fingerprint))
                .orElseThrow(Problems::idempotencyKeyReused)
                .orderId();
        return new OrderRepository(transaction)
                .asPlaced(id)
                .orElseThrow(() -> new IllegalStateException("key without its order " + id));
    }
}
