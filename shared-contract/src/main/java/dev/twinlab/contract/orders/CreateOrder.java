package dev.twinlab.contract.orders;

import static dev.twinlab.contract.orders.OrderRules.CUSTOMER_ID_INVALID;
import static dev.twinlab.contract.orders.OrderRules.LINES_SIZE;
import static dev.twinlab.contract.orders.OrderRules.REQUIRED;

import dev.twinlab.contract.http.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /orders}, as read: any member may still be missing, {@link OrderRules} says what is wrong then.
 *
 * @param customerId a UUID in its canonical 36 characters
 * @param lines 1 to {@link Limits#ORDER_LINES_MAX} lines, each SKU once
 */
public record CreateOrder(
        @NotNull(message = REQUIRED) @Pattern(regexp = Limits.UUID_PATTERN, message = CUSTOMER_ID_INVALID) @Nullable
        String customerId,

        @NotNull(message = REQUIRED) @Size(min = 1, max = Limits.ORDER_LINES_MAX, message = LINES_SIZE) @Nullable
        List<@NotNull(message = REQUIRED) @Valid CreateOrderLine> lines) {}
