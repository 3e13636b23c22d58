package dev.twinlab.contract.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.http.Limits;
import dev.twinlab.contract.http.PageCursor;
import dev.twinlab.contract.http.Parameters;
import dev.twinlab.contract.problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong value is named with what would be right; good ones are in {@code ParametersTest}. */
final class BadParametersTest {
    private static final String UUID = "018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";
    private static final List<String> TWICE = List.of("one", "two");

    static final List<String> WRONG_UUIDS = List.of(
            "",
            "1-1-1-1-1",
            UUID.substring(1),
            UUID + "0",
            UUID.replace('-', '_'),
            UUID.replace("-", ""),
            UUID.replace('8', 'g'),
            '{' + UUID + '}',
            ' ' + UUID,
            UUID + '\n');

    static final List<String> WRONG_SKUS = List.of(
            "",
            "AB",
            "A".repeat(41),
            "-ABC",
            "sku-000001",
            "SKU 1",
            "SKU_1",
            "SKÜ-1",
            "SKU-1\n",
            "SKU-1'--",
            "SKU%2D1");

    static final List<String> WRONG_CATEGORIES = List.of(
            "", "Books", "1books", "-books", "a".repeat(41), "books ", "books_1", "bücher", "books\n", "books,toys");

    static final List<String> WRONG_KEYS = List.of(
            "", "1234567", "k".repeat(129), "key with space", "key/1234", "schlüssel1", "12345678\n", "\"12345678\"");

    private final Parameters parameters = new Parameters();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "101",
                "-1",
                "+5",
                "1.0",
                "1e1",
                "ten",
                " 5",
                "5 ",
                "0x10",
                "٥",
                "5\n",
                "2147483648",
                "9999999999999999999999",
                "null"
            })
    void limit(String text) {
        assertThat(parameters.limit(List.of(text))).isEqualTo(Limits.PAGE_DEFAULT);
        assertWrong("limit", "must be a whole number between 1 and 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "first", "bzE6MDE5NDFmMjktN2MwMC03YWJjLThkZWYtMDEyMzQ1Njc4OWFi"})
    void cursor(String text) {
        assertThat(parameters.cursor(List.of(text), PageCursor.PRODUCTS)).isEmpty();
        assertWrong("cursor", "must be a nextCursor of an earlier page of the same list");
    }

    @ParameterizedTest
    @FieldSource("WRONG_CATEGORIES")
    void category(String text) {
        assertThat(parameters.category(List.of(text))).isEmpty();
        assertWrong("category", "must be 1 to 40 characters of a-z, 0-9 and -, starting with a letter");
    }

    @ParameterizedTest
    @FieldSource("WRONG_UUIDS")
    void customerId(String text) {
        assertThat(parameters.customerId(List.of(text))).isEmpty();
        assertWrong("customerId", "must be a UUID");
    }

    @ParameterizedTest
    @FieldSource("WRONG_UUIDS")
    void orderId(String text) {
        assertThat(parameters.orderId(text)).isNull();
        assertWrong("id", "must be a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pending", "Pending", "PENDING ", "OPEN", "PENDING,SHIPPED", "0", "null"})
    void status(String text) {
        assertThat(parameters.status(List.of(text))).isEmpty();
        assertWrong("status", "must be PENDING, CONFIRMED, SHIPPED or CANCELLED");
    }

    @ParameterizedTest
    @FieldSource("WRONG_SKUS")
    void sku(String text) {
        assertThat(parameters.sku(text)).isNull();
        assertWrong("sku", "must be 3 to 40 characters of A-Z, 0-9 and -, starting with a letter or digit");
    }

    @ParameterizedTest
    @FieldSource("WRONG_KEYS")
    void idempotencyKey(String text) {
        assertThat(parameters.idempotencyKey(List.of(text))).isNull();
        assertWrong("Idempotency-Key", "must be 8 to 128 characters of A-Z, a-z, 0-9, '.', '_', ':' and '-'");
    }

    @Test
    void idempotencyKeyMissing() {
        assertThat(parameters.idempotencyKey(List.of())).isNull();
        assertWrong("Idempotency-Key", "is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "2025-1-1",
                "01.01.2025",
                "2025/01/01",
                "20250101",
                "2025-01-01T00:00:00Z",
                "+2025-01-01",
                "-2025-01-01",
                " 2025-01-01",
                "2025-01-01\n",
                "today",
                "٢٠٢٥-٠١-٠١"
            })
    void periodNotOfDays(String text) {
        assertThat(parameters.period(List.of(text), List.of("2025-01-31"))).isNull();
        assertWrong("from", "must be a day as YYYY-MM-DD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2025-02-30", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00"})
    void periodToADayThatNeverCame(String text) {
        assertThat(parameters.period(List.of("2025-01-01"), List.of(text))).isNull();
        assertWrong("to", "must be a day that exists");
    }

    @Test
    void periodBackwards() {
        assertThat(parameters.period(List.of("2025-01-02"), List.of("2025-01-01")))
                .isNull();
        assertWrong("to", "must not be before from");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 2025-01-01", "2025-01-01, 2026-01-02", "0001-01-01, 9999-12-31"})
    void periodTooLong(String from, String to) {
        assertThat(parameters.period(List.of(from), List.of(to))).isNull();
        assertWrong("to", "must be at most 366 days from the first day");
    }

    @Test
    void periodMissing() {
        assertThat(parameters.period(List.of(), List.of())).isNull();
        assertThat(parameters.errors())
                .containsExactly(new FieldError("from", "is required"), new FieldError("to", "is required"));
    }

    @Test
    void anythingGivenTwice() {
        assertThat(parameters.limit(TWICE)).isEqualTo(Limits.PAGE_DEFAULT);
        assertThat(parameters.cursor(TWICE, PageCursor.ORDERS)).isEmpty();
        assertThat(parameters.category(TWICE)).isEmpty();
        assertThat(parameters.customerId(TWICE)).isEmpty();
        assertThat(parameters.status(TWICE)).isEmpty();
        assertThat(parameters.idempotencyKey(TWICE)).isNull();
        assertThat(parameters.period(TWICE, TWICE)).isNull();

        assertThat(parameters.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "Idempotency-Key", "category", "cursor", "customerId", "from", "limit", "status", "to");
        assertThat(parameters.errors()).extracting(FieldError::message).containsOnly("must be given once");
    }

    @Test
    void equalValuesAreStillTwo() {
        parameters.limit(List.of("5", "5"));

        assertWrong("limit", "must be given once");
    }

    @Test
    void everyWrongValueIsInOneAnswerSortedByField() {
        parameters.status(List.of("OPEN"));
        parameters.limit(List.of("0"));
        parameters.customerId(List.of("me"));

        assertThat(parameters.errors()).extracting(FieldError::field).containsExactly("customerId", "limit", "status");
    }

    private void assertWrong(String field, String message) {
        assertThat(parameters.errors()).containsExactly(new FieldError(field, message));
    }
}
