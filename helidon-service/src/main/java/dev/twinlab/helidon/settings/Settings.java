package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;
import java.nio.file.Path;
import java.util.Map;

/** Everything that the environment decides. */
public record Settings(
        HttpSettings http,
        DatabaseSettings database,
        SecuritySettings security,
        LifecycleSettings lifecycle,
        LogSettings log) {

    /**
     * Reads and checks all of it.
     *
     * @param folder in which a file {@code .env} may lie
     * @throws InvalidSettingsException with every problem at once
     */
    public static Settings from(Map<String, String> environment, Path folder) {
        SettingValues values = SettingValues.of(environment, folder);
        values.choice(SettingNames.ENVIRONMENT);
        var settings = new Settings(
                HttpSettings.from(values),
                DatabaseSettings.from(values),
                SecuritySettings.from(values),
                LifecycleSettings.from(values),
                LogSettings.from(values));
        if (!values.problems().isEmpty()) {
            throw new InvalidSettingsException(values.problems());
        }
        return settings;
    }
}
