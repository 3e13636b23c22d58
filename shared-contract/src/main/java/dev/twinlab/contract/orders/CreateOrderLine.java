package dev.twinlab.contract.orders;

import static dev.twinlab.contract.orders.OrderRules.QUANTITY_RANGE;
import static dev.twinlab.contract.orders.OrderRules.REQUIRED;
import static dev.twinlab.contract.orders.OrderRules.SKU_INVALID;

import dev.twinlab.contract.http.Limits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order to be placed.
 *
 * @param sku the product
 * @param quantity units, 1 to {@link Limits#ORDER_QUANTITY_MAX}
 */
public record CreateOrderLine(
        @NotNull(message = REQUIRED) @Pattern(regexp = Limits.SKU_PATTERN, message = SKU_INVALID) @Nullable
        String sku,

        @NotNull(message = REQUIRED)
        @Min(value = 1, message = QUANTITY_RANGE)
        @Max(value = Limits.ORDER_QUANTITY_MAX, message = QUANTITY_RANGE)
        @Nullable
        Integer quantity) {}
