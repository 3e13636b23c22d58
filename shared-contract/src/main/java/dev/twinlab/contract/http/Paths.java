package dev.twinlab.contract.http;

/** Paths of the API (API port) and of the management endpoints (management port), as route templates. */
public final class Paths {
    public static final String BASE = "/api/v1";

    public static final String PING = BASE + "/ping";
    public static final String PRODUCTS = BASE + "/products";
    public static final String PRODUCT = PRODUCTS + "/{sku}";
    public static final String ORDERS = BASE + "/orders";
    public static final String ORDER = ORDERS + "/{id}";
    public static final String ORDER_CANCEL = ORDER + "/cancel";
    public static final String SALES_REPORT = BASE + "/reports/sales";

    public static final String LIVE = "/health/live";
    public static final String READY = "/health/ready";
    public static final String STARTED = "/health/started";
    public static final String METRICS = "/metrics";
    /** GET tells the level of a logger, POST changes it until the next start. */
    public static final String LOGGER = "/loggers/{name}";

    public static final String VERSION = "/version";

    private Paths() {}
}
