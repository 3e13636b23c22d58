package dev.twinlab.contract.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two bodies under one idempotency key ask for the same order. */
public final class OrderFingerprint {
    private OrderFingerprint() {}

    /**
     * SHA-256 over what the order means, so that white space and the order of members do not matter; the order of lines
     * does. Both services must agree on it, because a retry may be routed to the other one.
     *
     * @param order a validated order: no member is null
     * @return 32 bytes
     */
    public static byte[] of(CreateOrder order) {
        var text = new StringBuilder(64 + 48 * order.lines().size());
        text.append(order.customerId().toLowerCase(java.util.Locale.ROOT));
        for (var line : order.lines()) {
            text.append('\n').append(line.sku()).append(' ').append(line.quantity());
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
