package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;

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
    private static final String SCHEME = "jdbc:postgresql:";

    static DatabaseSettings read(SettingsReader reader) {
        String rightUrl = "a JDBC URL of PostgreSQL, such as " + SCHEME + "//localhost:5432/twinlab";
        String url = reader.required(SettingNames.DB_URL, rightUrl);
        if (!url.isEmpty() && !url.startsWith(SCHEME)) {
            reader.problem(SettingNames.DB_URL + " is '" + withoutParameters(url) + "'; it must be " + rightUrl + ".");
        }
        return new DatabaseSettings(
                url,
                reader.required(SettingNames.DB_USER, "the role to connect as"),
                reader.secret(SettingNames.DB_PASSWORD).orElse(""),
                reader.integer(SettingNames.DB_POOL_SIZE, 1, 200, 10),
                reader.integer(SettingNames.DB_POOL_TIMEOUT_MS, 250, 60_000, 2_000));
    }

    /** The URL without its parameters, which may carry secrets: for messages. */
    public String printableUrl() {
        return withoutParameters(url);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + printableUrl() + ", user=" + user + ", password=***, poolSize=" + poolSize
                + ", poolTimeoutMs=" + poolTimeoutMs + "]";
    }

    private static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
