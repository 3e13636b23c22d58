package dev.twinlab.micronaut.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.ProblemException;
import io.micronaut.validation.validator.Validator;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderValidatorTest {
    private static final String CUSTOMER = "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";

    private final OrderValidator validator = new OrderValidator(Validator.getInstance());

    @Test
    void goodOrderPasses() {
        assertThatCode(() -> validator.check(order(line("SKU-1", 1), line("SKU-2", 1000))))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingGiven() {
        assertThat(errors(new CreateOrder(null, null)))
                .containsExactly(
                        new FieldError("customerId", OrderRules.REQUIRED),
                        new FieldError("lines", OrderRules.REQUIRED));
    }

    @Test
    void everyLineIsToldUnderItsOwnPath() {
        assertThat(errors(order(line("a", 0), null, line(null, 1001), line("SKU-1", null), line("SKU-1", 1))))
                .containsExactly(
                        new FieldError("lines[0].quantity", OrderRules.QUANTITY_RANGE),
                        new FieldError("lines[0].sku", OrderRules.SKU_INVALID),
                        new FieldError("lines[1]", OrderRules.REQUIRED),
                        new FieldError("lines[2].quantity", OrderRules.QUANTITY_RANGE),
                        new FieldError("lines[2].sku", OrderRules.REQUIRED),
                        new FieldError("lines[3].quantity", OrderRules.REQUIRED),
                        new FieldError("lines[4].sku", OrderRules.SKU_REPEATED));
    }

    @Test
    void noLinesAndABadCustomer() {
        assertThat(errors(new CreateOrder("x", List.of())))
                .containsExactly(
                        new FieldError("customerId", OrderRules.CUSTOMER_ID_INVALID),
                        new FieldError("lines", OrderRules.LINES_SIZE));
    }

    @Test
    void tooManyLines() {
        var lines = Collections.nCopies(51, line("SKU-1", 1)).toArray(CreateOrderLine[]::new);

        assertThat(errors(order(lines)))
                .contains(new FieldError("lines", OrderRules.LINES_SIZE))
                .hasSize(51);
    }

    private List<FieldError> errors(CreateOrder order) {
        return catchThrowableOfType(ProblemException.class, () -> validator.check(order))
                .toProblem("/", "request-1")
                .errors();
    }

    private static CreateOrder order(CreateOrderLine... lines) {
        return new CreateOrder(CUSTOMER, Arrays.asList(lines));
    }

    private static CreateOrderLine line(String sku, Integer quantity) {
        return new CreateOrderLine(sku, quantity);
    }
}
