package dev.twinlab.contract.http;

import dev.twinlab.contract.orders.OrderStatus;
import dev.twinlab.contract.problem.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the path, query and header parameters of one request and gathers what is wrong with them, so that one answer tells
 * all of it. The rules and the texts are the contract; where the raw values come from is the service's business.
 *
 * <p>Not for use by more than one thread.
 */
public final class Parameters {
    private static final Pattern UUID_FORM = Pattern.compile(Limits.UUID_PATTERN);
    private static final Pattern SKU_FORM = Pattern.compile(Limits.SKU_PATTERN);
    private static final Pattern CATEGORY_FORM = Pattern.compile(Limits.CATEGORY_PATTERN);
    private static final Pattern KEY_FORM = Pattern.compile(Limits.IDEMPOTENCY_KEY_PATTERN);
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final List<FieldError> errors = new ArrayList<>();

    /** What is wrong, sorted; empty when every value read so far was good. Answer 400 {@code invalid-parameter} with it. */
    public List<FieldError> errors() {
        return FieldError.sorted(errors);
    }

    /** The {@code limit} of a page. */
    public int limit(List<String> values) {
        return optional("limit", values, text -> {
                    if (INTEGER.matcher(text).matches()) {
                        int limit = Integer.parseInt(text);
                        if (limit >= Limits.PAGE_MIN && limit <= Limits.PAGE_MAX) {
                            return limit;
                        }
                    }
                    return fail(
                            "limit", "must be a whole number between " + Limits.PAGE_MIN + " and " + Limits.PAGE_MAX);
                })
                .orElse(Limits.PAGE_DEFAULT);
    }

    /** The key behind {@code cursor}; empty on the first page. */
    public Optional<String> cursor(List<String> values, PageCursor kind) {
        return optional("cursor", values, text -> kind.decode(text)
                .orElseGet(() -> fail("cursor", "must be a nextCursor of an earlier page of the same list")));
    }

    public Optional<String> category(List<String> values) {
        return optional(
                "category",
                values,
                text -> CATEGORY_FORM.matcher(text).matches()
                        ? text
                        : fail("category", "must be 1 to 40 characters of a-z, 0-9 and -, starting with a letter"));
    }

    public Optional<UUID> customerId(List<String> values) {
        return optional("customerId", values, text -> uuid("customerId", text));
    }

    public Optional<OrderStatus> status(List<String> values) {
        return optional("status", values, text -> {
            for (OrderStatus status : OrderStatus.values()) {
                if (status.name().equals(text)) {
                    return status;
                }
            }
            return fail("status", "must be PENDING, CONFIRMED, SHIPPED or CANCELLED");
        });
    }

    /** A product's key in the path. Null after an error. */
    public @Nullable String sku(String text) {
        return SKU_FORM.matcher(text).matches()
                ? text
                : fail("sku", "must be 3 to 40 characters of A-Z, 0-9 and -, starting with a letter or digit");
    }

    /** An order's key in the path. Null after an error. */
    public @Nullable UUID orderId(String text) {
        return uuid("id", text);
    }

    /** The required {@code Idempotency-Key}. Null after an error. */
    public @Nullable String idempotencyKey(List<String> values) {
        return required(
                Headers.IDEMPOTENCY_KEY,
                values,
                text -> KEY_FORM.matcher(text).matches()
                        ? text
                        : fail(
                                Headers.IDEMPOTENCY_KEY,
                                "must be 8 to 128 characters of A-Z, a-z, 0-9, '.', '_', ':' and '-'"));
    }

    /** The period of a report. Null after an error. */
    public @Nullable Period period(List<String> from, List<String> to) {
        LocalDate first = required("from", from, text -> day("from", text));
        LocalDate last = required("to", to, text -> day("to", text));
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            return fail("to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(first, last) >= Limits.REPORT_DAYS_MAX) {
            return fail("to", "must be at most " + Limits.REPORT_DAYS_MAX + " days from the first day");
        }
        return new Period(first, last);
    }

    /**
     * A period of whole days, UTC.
     *
     * @param from first day
     * @param to last day, inclusive
     */
    public record Period(LocalDate from, LocalDate to) {}

    private @Nullable LocalDate day(String field, String text) {
        if (DAY.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noSuchDay) {
                return fail(field, "must be a day that exists");
            }
        }
        return fail(field, "must be a day as YYYY-MM-DD");
    }

    private @Nullable UUID uuid(String field, String text) {
        return UUID_FORM.matcher(text).matches()
                ? UUID.fromString(text.toLowerCase(Locale.ROOT))
                : fail(field, "must be a UUID");
    }

    private <T> @Nullable T required(String field, List<String> values, Function<String, @Nullable T> rule) {
        if (values.isEmpty()) {
            return fail(field, "is required");
        }
        return optional(field, values, rule).orElse(null);
    }

    private <T> Optional<T> optional(String field, List<String> values, Function<String, @Nullable T> rule) {
        if (values.size() > 1) {
            fail(field, "must be given once");
            return Optional.empty();
        }
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(rule.apply(values.getFirst()));
    }

    private <T> @Nullable T fail(String field, String message) {
        errors.add(new FieldError(field, message));
        return null;
    }
}
