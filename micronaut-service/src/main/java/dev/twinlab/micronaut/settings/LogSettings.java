package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.util.Set;

/**
 * What is logged and how. They are checked here; {@code logback.xml} reads the same variables itself, because the first log
 * line may come before any of our code.
 *
 * @param level of the root logger
 * @param format {@code json} or {@code console}
 */
public record LogSettings(String level, String format) {
    static LogSettings read(SettingsReader reader) {
        return new LogSettings(
                reader.oneOf(
                        SettingNames.LOG_LEVEL,
                        Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR"),
                        "TRACE, DEBUG, INFO, WARN or ERROR",
                        "INFO"),
                reader.oneOf(SettingNames.LOG_FORMAT, Set.of("json", "console"), "json or console", "json"));
    }
}
