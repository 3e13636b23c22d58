package dev.twinlab.micronaut.orders;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.Order;
import dev.twinlab.contract.orders.OrderFingerprint;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The rules of orders, and the transactions around them; a {@code ProblemException} rolls back. */
@Singleton
class OrderService {
    private static final String ORDER_CREATED = "ORDER_CREATED";
    private static final String ORDER_CANCELLED = "ORDER_CANCELLED";

    private final OrderRepository orders;
    private final StockRepository stock;
    private final IdempotencyRepository keys;
    private final OutboxRepository outbox;

    OrderService(OrderRepository orders, StockRepository stock, IdempotencyRepository keys, OutboxRepository outbox) {
        this.orders = orders;
        this.stock = stock;
        this.keys = keys;
        this.outbox = outbox;
    }

    /**
     * Places an order, once per subject and key.
     *
     * @param order valid by {@link OrderValidator}
     */
    @Transactional
    Placement place(String subject, String key, CreateOrder order) {
        byte[] hash = OrderFingerprint.of(order);
        UUID id = keys.claim(subject, key, hash);
        return id == null ? new Placement(replay(subject, key, hash), true) : new Placement(create(id, order), false);
    }

    /** Cancels an order and returns its units to the stock. */
    @Transactional
    Order cancel(UUID id) {
        OrderRow row = orders.lockById(id).orElseThrow(() -> Problems.noSuchOrder(id.toString()));
        if (!row.status().canBecome(OrderStatus.CANCELLED)) {
            throw Problems.orderState(id.toString(), row.status(), OrderStatus.CANCELLED);
        }
        List<LineRow> lines = stock.lockLines(id);
        stock.giveBack(id);
        Instant updatedAt = orders.markCancelled(id);
        outbox.insert(id, ORDER_CANCELLED, payload(id));
        return row.toOrder(lines, OrderStatus.CANCELLED, updatedAt);
    }

    /** The order as it is now. Without a transaction: an order's lines never change. */
    Order find(UUID id) {
        OrderRow row = orders.findById(id).orElseThrow(() -> Problems.noSuchOrder(id.toString()));
        return row.toOrder(orders.findLines(id));
    }

    private Order create(UUID id, CreateOrder order) {
        Map<String, StockRepository.Stock> products = lock(order.lines());
        String currency = products.get(order.lines().getFirst().sku()).currency();
        List<LineRow> lines = price(order.lines(), products);
        String[] skus = lines.stream().map(LineRow::sku).toArray(String[]::new);
        Integer[] quantities = lines.stream().map(LineRow::quantity).toArray(Integer[]::new);
        stock.take(skus, quantities);

        long total = lines.stream().mapToLong(LineRow::totalMinor).reduce(0, Math::addExact);
        UUID customerId = UUID.fromString(order.customerId());
        Instant createdAt = orders.insert(id, customerId, OrderStatus.PENDING, currency, total, lines.size());
        orders.insertLines(
                id,
                skus,
                quantities,
                lines.stream().map(LineRow::unitPriceMinor).toArray(Long[]::new));
        outbox.insert(id, ORDER_CREATED, payload(id));
        return new OrderRow(id, customerId, OrderStatus.PENDING, currency, total, lines.size(), createdAt, createdAt)
                .toOrder(lines);
    }

    private Order replay(String subject, String key, byte[] hash) {
        var claim = keys.find(subject, key)
                .orElseThrow(() -> new IllegalStateException("the key is taken, and yet nobody has it: " + key));
        if (!Arrays.equals(claim.requestHash(), hash)) {
            throw Problems.idempotencyKeyReused();
        }
        OrderRow row = orders.findById(claim.orderId())
                .orElseThrow(() -> new IllegalStateException("a key names no order: " + claim.orderId()));
        return row.asPlaced(orders.findLines(claim.orderId()));
    }

    /** The locked products by SKU, in SKU order. */
    private Map<String, StockRepository.Stock> lock(List<CreateOrderLine> lines) {
        var products = new LinkedHashMap<String, StockRepository.Stock>();
        for (var product : stock.lock(lines.stream().map(CreateOrderLine::sku).toArray(String[]::new))) {
            products.put(product.sku(), product);
        }
        throwIfAny(lines, OrderRules.SKU_UNKNOWN, line -> !products.containsKey(line.sku()));
        String currency = products.get(lines.getFirst().sku()).currency();
        throwIfAny(lines, OrderRules.CURRENCY_MIXED, line -> !products.get(line.sku())
                .currency()
                .equals(currency));
        return products;
    }

    /** The lines in the order that the database gave the products: it is the order in which they are read later. */
    private static List<LineRow> price(List<CreateOrderLine> lines, Map<String, StockRepository.Stock> products) {
        var quantities = new LinkedHashMap<String, Integer>();
        lines.forEach(line -> quantities.put(line.sku(), line.quantity()));
        var priced = new ArrayList<LineRow>();
        for (var product : products.values()) {
            int quantity = quantities.get(product.sku());
            if (product.stock() < quantity) {
                throw Problems.insufficientStock(product.sku(), quantity, product.stock());
            }
            priced.add(new LineRow(product.sku(), quantity, product.priceMinor()));
        }
        return priced;
    }

    private static void throwIfAny(List<CreateOrderLine> lines, String message, Predicate<CreateOrderLine> wrong) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            if (wrong.test(lines.get(i))) {
                errors.add(new FieldError("lines[" + i + "].sku", message));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.validationFailed(errors);
        }
    }

    private static String payload(UUID orderId) {
        return "{\"orderId\": \"" + orderId + "\"}";
    }

    /**
     * A placed order.
     *
     * @param order as it was placed
     * @param replayed whether it was placed by an earlier request
     */
    record Placement(Order order, boolean replayed) {}
}
