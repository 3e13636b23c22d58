package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;

/**
 * How the service logs.
 *
 * @param level least level that is written
 * @param json one JSON object a line, else text for people
 */
public record LogSettings(String level, boolean json) {
    static LogSettings from(SettingValues values) {
        return new LogSettings(
                values.choice(SettingNames.LOG_LEVEL),
                values.choice(SettingNames.LOG_FORMAT).equals("json"));
    }
}
