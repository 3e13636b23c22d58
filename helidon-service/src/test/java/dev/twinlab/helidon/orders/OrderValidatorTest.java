package dev.twinlab.helidon.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.twinlab.contract.orders.CreateOrder;
import dev.twinlab.contract.orders.CreateOrderLine;
import dev.twinlab.contract.orders.OrderRules;
import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.ProblemException;
import dev.twinlab.contract.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderValidatorTest {
    private static final String CUSTOMER = "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";

    @Test
    void an_order_at_its_bounds_is_good() {
        assertGood(order(line("A-1", 1)));
        assertGood(order(line("A".repeat(40), 1000)));
        assertGood(order(lines(50)));
    }

    @Test
    void what_is_missing_is_told_at_once() {
        assertThat(errors(new CreateOrder(null, null)))
                .containsExactly(
                        new FieldError("customerId", OrderRules.REQUIRED),
                        new FieldError("lines", OrderRules.REQUIRED));
        assertThat(errors(new CreateOrder(CUSTOMER, Arrays.asList(null, new CreateOrderLine(null, null)))))
                .containsExactly(
                        new FieldError("lines[0]", OrderRules.REQUIRED),
                        new FieldError("lines[1].quantity", OrderRules.REQUIRED),
                        new FieldError("lines[1].sku", OrderRules.REQUIRED));
    }

    @Test
    void there_are_1_to_50_lines() {
        assertThat(errors(order())).containsExactly(new FieldError("lines", OrderRules.LINES_SIZE));
        assertThat(errors(order(lines(51)))).containsExactly(new FieldError("lines", OrderRules.LINES_SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
    void a_quantity_is_1_to_1000(int quantity) {
        assertThat(errors(order(line("ABC", quantity))))
                .containsExactly(new FieldError("lines[0].quantity", OrderRules.QUANTITY_RANGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB", "abc", "-AB", "A_B", "A B", "ABC\n", "\u00c4BC"})
    void a_sku_has_its_form(String sku) {
        assertThat(errors(order(line(sku, 1)))).containsExactly(new FieldError("lines[0].sku", OrderRules.SKU_INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1-1-1-1-1", "018f4e2a7c3b7d108a553f1c2b4d5e6f", CUSTOMER + "0", "{" + CUSTOMER + "}"})
    void a_customer_is_a_uuid_in_36_characters(String customer) {
        assertThat(errors(new CreateOrder(customer, List.of(line("ABC", 1)))))
                .containsExactly(new FieldError("customerId", OrderRules.CUSTOMER_ID_INVALID));
    }

    @Test
    void a_sku_may_not_come_again() {
        assertThat(errors(order(line("ABC", 1), line("ABD", 1), line("ABC", 2), line("ABC", 0))))
                .containsExactly(
                        new FieldError("lines[2].sku", OrderRules.SKU_REPEATED),
                        new FieldError("lines[3].quantity", OrderRules.QUANTITY_RANGE),
                        new FieldError("lines[3].sku", OrderRules.SKU_REPEATED));
    }

    private static CreateOrder order(CreateOrderLine... lines) {
        return new CreateOrder(CUSTOMER, List.of(lines));
    }

    private static CreateOrderLine line(String sku, int quantity) {
        return new CreateOrderLine(sku, quantity);
    }

    private static CreateOrderLine[] lines(int count) {
        return IntStream.range(0, count).mapToObj(it -> line("SKU-" + it, 1)).toArray(CreateOrderLine[]::new);
    }

    private static void assertGood(CreateOrder order) {
        assertThatCode(() -> OrderValidator.validate(order)).doesNotThrowAnyException();
    }

    private static @Nullable List<FieldError> errors(CreateOrder order) {
        var problem = catchThrowableOfType(ProblemException.class, () -> OrderValidator.validate(order));
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        return problem.toProblem("", "").errors();
    }
}
