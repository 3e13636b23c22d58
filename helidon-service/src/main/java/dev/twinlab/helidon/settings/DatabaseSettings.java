package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;

/** How to reach PostgreSQL. */
public record DatabaseSettings(String url, String user, String password, int poolSize, int poolTimeoutMs) {
    private static final String URL_PREFIX = "jdbc:postgresql:";

    static DatabaseSettings from(SettingsReader reader) {
        String url = reader.required(SettingNames.DB_URL);
        if (!url.isBlank() && !url.startsWith(URL_PREFIX)) {
            // Not the value: a URL may carry a password.
            reader.problem(SettingNames.DB_URL + " does not start with " + URL_PREFIX
                    + "; it must be such as jdbc:postgresql://localhost:5432/twinlab");
        }
        return new DatabaseSettings(
                url,
                reader.required(SettingNames.DB_USER),
                reader.secret(SettingNames.DB_PASSWORD, 0, false),
                reader.integer(SettingNames.DB_POOL_SIZE, 10, 1, 200),
                reader.integer(SettingNames.DB_POOL_TIMEOUT_MS, 2000, 250, 60_000));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[user=" + user + ", password=***, poolSize=" + poolSize + "]";
    }
}
