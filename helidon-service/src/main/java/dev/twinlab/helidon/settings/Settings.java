package dev.twinlab.helidon.settings;

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
     * @throws InvalidSettingsException with every problem at once
     */
    public static Settings from(Map<String, String> environment) {
        var reader = new SettingsReader(environment);
        var settings = new Settings(
                HttpSettings.from(reader),
                DatabaseSettings.from(reader),
                SecuritySettings.from(reader),
                LifecycleSettings.from(reader),
                LogSettings.from(reader));
        if (!reader.problems().isEmpty()) {
            throw new InvalidSettingsException(reader.problems());
        }
        return settings;
    }
}
