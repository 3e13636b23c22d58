package dev.twinlab.contract.operations;

import java.util.List;

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

    /** Value of {@link #SERVICE}: the two are one service, told apart by {@link #VARIANT}. */
    public static final String SERVICE_NAME = "twinlab";
    /** Name of the logger of one line for each request of the API. */
    public static final String ACCESS_LOGGER = "access";
    /** What a log line takes over from the context of its request, where it is there. */
    public static final List<String> CONTEXT = List.of(REQUEST_ID, TRACE_ID, SPAN_ID);

    private LogFields() {}
}
