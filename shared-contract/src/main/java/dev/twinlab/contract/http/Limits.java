package dev.twinlab.contract.http;

/** Every bound on input that a client can run into. */
public final class Limits {
    /** Largest request body, bytes. One more answers 413. */
    public static final int BODY_BYTES_MAX = 64 * 1024;

    /** Page sizes: smallest, largest, and the one used when {@code limit} is absent. */
    public static final int PAGE_MIN = 1;

    public static final int PAGE_MAX = 100;
    public static final int PAGE_DEFAULT = 20;

    public static final int ORDER_LINES_MAX = 50;
    public static final int ORDER_QUANTITY_MAX = 1000;

    /** Longest period of a report, days, both ends counted. */
    public static final int REPORT_DAYS_MAX = 366;

    public static final String SKU_PATTERN = "[A-Z0-9][A-Z0-9-]{2,39}";
    public static final String CATEGORY_PATTERN = "[a-z][a-z0-9-]{0,39}";
    public static final String UUID_PATTERN =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    public static final String IDEMPOTENCY_KEY_PATTERN = "[A-Za-z0-9._:-]{8,128}";
    public static final String REQUEST_ID_PATTERN = "[A-Za-z0-9._-]{8,128}";

    /** Longest cursor that is looked at, characters. */
    public static final int CURSOR_LENGTH_MAX = 200;

    private Limits() {}
}
