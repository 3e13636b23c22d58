package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;
import java.nio.file.Path;
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
     * @param folder in which a file {@code .env} may lie
     * @throws InvalidSettingsException with every problem, if there is one
     */
    public static Settings from(Map<String, String> environment, Path folder) {
        SettingValues values = SettingValues.of(environment, folder);
        values.choice(SettingNames.ENVIRONMENT);
        var settings = new Settings(
                HttpSettings.read(values),
                DatabaseSettings.read(values),
                SecuritySettings.read(values),
                LifecycleSettings.read(values),
                LogSettings.read(values));
        if (!values.problems().isEmpty()) {
            throw new InvalidSettingsException(values.problems());
        }
        return settings;
    }
}
