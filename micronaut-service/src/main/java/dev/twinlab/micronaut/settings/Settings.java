package dev.twinlab.micronaut.settings;

import java.util.Map;

/**
 * All settings of the service.
 *
 * @param http ports
 * @param database connection and pool
 * @param security tokens
 * @param lifecycle drain and grace
 * @param log level and format
 */
public record Settings(
        HttpSettings http,
        DatabaseSettings database,
        SecuritySettings security,
        LifecycleSettings lifecycle,
        LogSettings log) {

    /**
     * Reads and checks all settings.
     *
     * @param environment names and values, as from {@link System#getenv()}
     * @throws InvalidSettingsException with every problem, if there is one
     */
    public static Settings from(Map<String, String> environment) {
        var reader = new SettingsReader(environment);
        var settings = new Settings(
                HttpSettings.read(reader),
                DatabaseSettings.read(reader),
                SecuritySettings.read(reader),
                LifecycleSettings.read(reader),
                LogSettings.read(reader));
        if (!reader.problems().isEmpty()) {
            throw new InvalidSettingsException(reader.problems());
        }
        return settings;
    }
}
