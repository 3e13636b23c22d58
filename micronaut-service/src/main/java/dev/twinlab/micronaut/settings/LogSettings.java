package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;

/**
 * What is logged and how. They are checked here; {@code logback.xml} reads the same variables itself, because the first log
 * line may come before any of our code.
 *
 * @param level of the root logger
 * @param format {@code json} or {@code console}
 */
public record LogSettings(String level, String format) {
    static LogSettings read(SettingValues values) {
        return new LogSettings(values.choice(SettingNames.LOG_LEVEL), values.choice(SettingNames.LOG_FORMAT));
    }
}
