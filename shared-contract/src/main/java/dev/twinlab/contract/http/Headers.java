package dev.twinlab.contract.http;

/** Names and constant values of headers. */
public final class Headers {
    public static final String REQUEST_ID = "X-Request-Id";
    public static final String VARIANT = "X-Variant";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";
    public static final String TRACEPARENT = "traceparent";

    public static final String JSON = "application/json";
    public static final String PROBLEM_JSON = "application/problem+json";

    /** {@code Cache-Control} of a product: keep it, but ask with {@code If-None-Match} before each use. */
    public static final String CACHE_REVALIDATE = "no-cache";

    /** {@code Cache-Control} of every other answer of the API. */
    public static final String CACHE_NEVER = "no-store";

    private Headers() {}
}
