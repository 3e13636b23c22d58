package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/**
 * The database and the pool in front of it.
 *
 * @param url JDBC URL of PostgreSQL
 * @param user role to connect as
 * @param password may be empty
 * @param poolSize connections, minimum and maximum alike, 1..200
 * @param poolTimeoutMs how long a request waits for a connection, milliseconds, 250..60000
 */
public record DatabaseSettings(String url, String user, String password, int poolSize, int poolTimeoutMs) {
    private static final String URL_PREFIX = "jdbc:postgresql:";
    // Held, because a logger that nothing holds forgets its level.
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    static {
        // Its warnings quote the whole URL, in which a password may be; what matters it throws.
        DRIVER_LOG.setLevel(Level.OFF);
    }

    static DatabaseSettings from(SettingsReader reader) {
        String url = reader.required(SettingNames.DB_URL);
        // The driver's own parser, because the pool would fail on what it refuses with a stack trace.
        if (!url.isBlank() && (!url.startsWith(URL_PREFIX) || Driver.parseURL(url, null) == null)) {
            reader.problem(SettingNames.DB_URL + " is '" + withoutParameters(url)
                    + "'; it must be a JDBC URL of PostgreSQL, such as jdbc:postgresql://localhost:5432/twinlab");
        }
        return new DatabaseSettings(
                url,
                reader.required(SettingNames.DB_USER),
                reader.secret(SettingNames.DB_PASSWORD, 0, false),
                reader.integer(SettingNames.DB_POOL_SIZE, 10, 1, 200),
                reader.integer(SettingNames.DB_POOL_TIMEOUT_MS, 2000, 250, 60_000));
    }

    /** The URL without its parameters, which may carry secrets: for messages. */
    public String printableUrl() {
        return withoutParameters(url);
    }

    private static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + printableUrl() + ", user=" + user + ", password=***, poolSize=" + poolSize
                + "]";
    }
}
