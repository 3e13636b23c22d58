package dev.twinlab.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.http.Parameters.Period;
import dev.twinlab.contract.orders.OrderStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good values; wrong ones are in {@link dev.twinlab.contract.badinput.BadParametersTest}. */
final class ParametersTest {
    private final Parameters parameters = new Parameters();

    @AfterEach
    void nothingWasWrong() {
        assertThat(parameters.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 20", "100, 100", "007, 7"})
    void limit(String text, int expected) {
        assertThat(parameters.limit(List.of(text))).isEqualTo(expected);
    }

    @Test
    void limitHasADefault() {
        assertThat(parameters.limit(List.of())).isEqualTo(Limits.PAGE_DEFAULT);
    }

    @Test
    void cursor() {
        String next = PageCursor.PRODUCTS.encode("SKU-000020");

        assertThat(parameters.cursor(List.of(next), PageCursor.PRODUCTS)).contains("SKU-000020");
        assertThat(parameters.cursor(List.of(), PageCursor.PRODUCTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "books", "home-and-garden", "a0123456789-0123456789-0123456789-012345"})
    void category(String text) {
        assertThat(parameters.category(List.of(text))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f", "018F4E2A-7C3B-7D10-8A55-3F1C2B4D5E6F"})
    void customerIdInEitherCase(String text) {
        assertThat(parameters.customerId(List.of(text)))
                .contains(UUID.fromString("018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f"));
    }

    @ParameterizedTest
    @EnumSource
    void status(OrderStatus status) {
        assertThat(parameters.status(List.of(status.name()))).contains(status);
    }

    @Test
    void filtersMayBeAbsent() {
        assertThat(parameters.category(List.of())).isEmpty();
        assertThat(parameters.customerId(List.of())).isEmpty();
        assertThat(parameters.status(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "0A-", "SKU-000001", "0123456789012345678901234567890123456789"})
    void sku(String text) {
        assertThat(parameters.sku(text)).isEqualTo(text);
    }

    @Test
    void orderId() {
        assertThat(parameters.orderId("01941F29-7c00-7abc-8def-0123456789ab"))
                .hasToString("01941f29-7c00-7abc-8def-0123456789ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "2f1c7a52-order-1", "A.b_C:d-9"})
    void idempotencyKey(String text) {
        assertThat(parameters.idempotencyKey(List.of(text))).isEqualTo(text);
    }

    @Test
    void longestIdempotencyKey() {
        String longest = "k".repeat(128);

        assertThat(parameters.idempotencyKey(List.of(longest))).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, 2025-01-31", "2025-01-01, 2025-01-01", "2024-01-01, 2024-12-31", "2024-02-29, 2024-03-01"})
    void period(String from, String to) {
        assertThat(parameters.period(List.of(from), List.of(to)))
                .isEqualTo(new Period(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
