package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.util.Set;

/**
 * How the service logs.
 *
 * @param level least level that is written
 * @param json one JSON object a line, else text for people
 */
public record LogSettings(String level, boolean json) {
    static LogSettings from(SettingsReader reader) {
        return new LogSettings(
                reader.choice(SettingNames.LOG_LEVEL, "INFO", Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR")),
                reader.choice(SettingNames.LOG_FORMAT, "json", Set.of("json", "console"))
                        .equals("json"));
    }
}
