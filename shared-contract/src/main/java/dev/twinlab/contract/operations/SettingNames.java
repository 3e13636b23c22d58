package dev.twinlab.contract.operations;

/** Environment variables, the same for both services. Secrets may also come as {@code NAME_FILE}, a path. */
public final class SettingNames {
    /** Where the service runs: development, test, staging or production; default development. */
    public static final String ENVIRONMENT = "ENVIRONMENT";
    /** Port of the API; 0..65535, 0 picks a free one; default 8080. */
    public static final String HTTP_PORT = "HTTP_PORT";
    /** Port of health, metrics and version; 0..65535; default 8081. */
    public static final String MANAGEMENT_PORT = "MANAGEMENT_PORT";
    /** JDBC URL of PostgreSQL; required. */
    public static final String DB_URL = "DB_URL";
    /** Role to connect as; required. */
    public static final String DB_USER = "DB_USER";
    /** Secret; may be empty. */
    public static final String DB_PASSWORD = "DB_PASSWORD";
    /** Connections in the pool, minimum and maximum alike; 1..200; default 10. */
    public static final String DB_POOL_SIZE = "DB_POOL_SIZE";
    /** How long a request waits for a connection before 503, ms; 250..60000; default 2000. */
    public static final String DB_POOL_TIMEOUT_MS = "DB_POOL_TIMEOUT_MS";
    /** Secret of HS256; required; 32 bytes or more. */
    public static final String JWT_SECRET = "JWT_SECRET";
    /** Expected {@code iss}; default {@code twinlab}. */
    public static final String JWT_ISSUER = "JWT_ISSUER";
    /** Expected {@code aud}; default {@code twinlab-api}. */
    public static final String JWT_AUDIENCE = "JWT_AUDIENCE";
    /** {@code true} when reads need a token too; default {@code false}. */
    public static final String AUTH_REQUIRE_READ = "AUTH_REQUIRE_READ";
    /** From SIGTERM (ready answers 503) to the closing of the port, ms; 0..300000; default 0. */
    public static final String DRAIN_DELAY_MS = "DRAIN_DELAY_MS";
    /** How long requests in flight may take after that, ms; 0..300000; default 10000. */
    public static final String SHUTDOWN_GRACE_MS = "SHUTDOWN_GRACE_MS";
    /** Root level: TRACE, DEBUG, INFO, WARN or ERROR; default INFO. */
    public static final String LOG_LEVEL = "LOG_LEVEL";
    /** {@code json} or {@code console}; default {@code json}. */
    public static final String LOG_FORMAT = "LOG_FORMAT";

    public static final String DEFAULT_JWT_ISSUER = "twinlab";
    public static final String DEFAULT_JWT_AUDIENCE = "twinlab-api";

    private SettingNames() {}
}
