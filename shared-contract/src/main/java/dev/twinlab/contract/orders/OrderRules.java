package dev.twinlab.contract.orders;

import dev.twinlab.contract.http.Limits;

/** The texts of {@code errors[].message} that a client meets when an order breaks a rule; all of them are 422. */
public final class OrderRules {
    public static final String REQUIRED = "is required";
    public static final String CUSTOMER_ID_INVALID = "must be a UUID, such as 018f4e2a-7c3b-7d10-8a55-3f1c2b4d5e6f";
    public static final String LINES_SIZE = "must have 1 to " + Limits.ORDER_LINES_MAX + " lines";
    public static final String SKU_INVALID =
            "must be 3 to 40 characters of A-Z, 0-9 and -, starting with a letter or digit";
    public static final String QUANTITY_RANGE = "must be between 1 and " + Limits.ORDER_QUANTITY_MAX;
    /** For the second and later line with a SKU; field {@code lines[i].sku}. */
    public static final String SKU_REPEATED = "must appear in one line only";
    /** For a SKU that no product has; field {@code lines[i].sku}. */
    public static final String SKU_UNKNOWN = "is not a product";
    /** For a line whose product's currency is not the first line's, once every SKU is known; field {@code lines[i].sku}. */
    public static final String CURRENCY_MIXED = "has another currency than the first line";

    private OrderRules() {}
}
