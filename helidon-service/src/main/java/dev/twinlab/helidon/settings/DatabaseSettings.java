package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;
import java.util.logging.Level;
import java.util.logging.Logger;

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
    // Held, because a logger that nothing holds forgets its level.
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    static {
        // Its warnings quote the whole URL, in which a password may be; what matters it throws.
        DRIVER_LOG.setLevel(Level.OFF);
    }

    static DatabaseSettings from(SettingValues values) {
        return new DatabaseSettings(
                values.text(SettingNames.DB_URL),
                values.text(SettingNames.DB_USER),
                values.secret(SettingNames.DB_PASSWORD),
                values.whole(SettingNames.DB_POOL_SIZE),
                values.whole(SettingNames.DB_POOL_TIMEOUT_MS));
    }

    /** The URL without its parameters, which may carry secrets: for messages. */
    public String printableUrl() {
        return SettingValues.withoutParameters(url);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + printableUrl() + ", user=" + user + ", password=***, poolSize=" + poolSize
                + "]";
    }
}
