package dev.twinlab.contract.operations;

/** Names of the fields of a JSON log line, the same for both services. */
public final class LogFields {
    public static final String TIME = "time";
    public static final String LEVEL = "level";
    public static final String LOGGER = "logger";
    public static final String MESSAGE = "message";
    public static final String SERVICE = "service";
    public static final String VARIANT = "variant";
    public static final String VERSION = "version";
    public static final String REQUEST_ID = "request_id";
    public static final String TRACE_ID = "trace_id";
    public static final String SPAN_ID = "span_id";
    public static final String METHOD = "method";
    public static final String ROUTE = "route";
    public static final String STATUS = "status";
    public static final String DURATION_MS = "duration_ms";
    public static final String ERROR = "error";

    private LogFields() {}
}
