package dev.twinlab.migrations;

import dev.twinlab.contract.operations.SettingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * What the program is told; every value has been checked.
 *
 * @param url JDBC URL of PostgreSQL
 * @param user role to connect as
 * @param password may be empty
 * @param lockTimeout how long a statement of a migration waits for a lock
 * @param statementTimeout how long a statement of a migration may run
 * @param connectWait how long to keep trying while the server is not there yet; 0 is one try
 */
record Settings(
        String url,
        String user,
        String password,
        Duration lockTimeout,
        Duration statementTimeout,
        Duration connectWait) {
    /** Milliseconds, 1..3600000; default 5000. */
    static final String LOCK_TIMEOUT_MS = "MIGRATION_LOCK_TIMEOUT_MS";
    /** Milliseconds, 1..3600000; default 60000. */
    static final String STATEMENT_TIMEOUT_MS = "MIGRATION_STATEMENT_TIMEOUT_MS";
    /** Milliseconds, 0..600000; default 30000. */
    static final String CONNECT_WAIT_MS = "MIGRATION_CONNECT_WAIT_MS";

    static final String PASSWORD_FILE = SettingNames.DB_PASSWORD + "_FILE";
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    @Override
    public String toString() {
        return "Settings[url=" + withoutParameters(url) + ", user=" + user + "]";
    }

    /**
     * Reads the settings by their names.
     *
     * @throws SettingsException with every problem at once
     */
    static Settings read(Map<String, String> values) {
        var reader = new Reader(values);
        var settings = new Settings(
                reader.url(),
                reader.required(SettingNames.DB_USER, "the role to connect as"),
                reader.password(),
                reader.millis(LOCK_TIMEOUT_MS, 1, 3_600_000, SchemaMigrator.DEFAULT_LOCK_TIMEOUT),
                reader.millis(STATEMENT_TIMEOUT_MS, 1, 3_600_000, SchemaMigrator.DEFAULT_STATEMENT_TIMEOUT),
                reader.millis(CONNECT_WAIT_MS, 0, 600_000, Duration.ofSeconds(30)));
        reader.logLevel();
        if (!reader.problems.isEmpty()) {
            throw new SettingsException(reader.problems);
        }
        return settings;
    }

    /** A URL's parameters may hold a password. */
    static String withoutParameters(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static final class Reader {
        private static final String URL_FORM =
                "the JDBC URL of a PostgreSQL database, such as jdbc:postgresql://localhost:5432/twinlab";

        private final Map<String, String> values;
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, String> values) {
            this.values = values;
        }

        String url() {
            String url = required(SettingNames.DB_URL, URL_FORM);
            if (!url.isEmpty() && (!url.startsWith("jdbc:postgresql:") || Driver.parseURL(url, null) == null)) {
                problems.add(
                        SettingNames.DB_URL + " is '" + withoutParameters(url) + "': it must be " + URL_FORM + ".");
            }
            return url;
        }

        String required(String name, String what) {
            String value = values.get(name);
            if (value == null || value.isBlank()) {
                problems.add(name + " is missing: it must be " + what + ".");
                return "";
            }
            return value;
        }

        String password() {
            @Nullable String value = values.get(SettingNames.DB_PASSWORD);
            @Nullable String file = values.get(PASSWORD_FILE);
            if (file == null || file.isEmpty()) {
                return value == null ? "" : value;
            }
            if (value != null && !value.isEmpty()) {
                problems.add(SettingNames.DB_PASSWORD + " (****) and " + PASSWORD_FILE + " are both set: keep one.");
                return "";
            }
            try {
                return Files.readString(Path.of(file)).stripTrailing();
            } catch (IOException | InvalidPathException e) {
                problems.add(PASSWORD_FILE + " is '" + file + "': it must be a text file that can be read.");
                return "";
            }
        }

        Duration millis(String name, int min, int max, Duration otherwise) {
            String value = values.get(name);
            if (value == null || value.isEmpty()) {
                return otherwise;
            }
            try {
                int millis = Integer.parseInt(value);
                if (millis >= min && millis <= max) {
                    return Duration.ofMillis(millis);
                }
            } catch (NumberFormatException e) {
                // Told below, together with a number that is out of range.
            }
            problems.add(name + " is '" + value + "': it must be a whole number of milliseconds between " + min
                    + " and " + max + ".");
            return otherwise;
        }

        void logLevel() {
            String level = values.get(SettingNames.LOG_LEVEL);
            if (level != null && !level.isEmpty() && !LEVELS.contains(level)) {
                problems.add(
                        SettingNames.LOG_LEVEL + " is '" + level + "': it must be TRACE, DEBUG, INFO, WARN or ERROR.");
            }
        }
    }
}
