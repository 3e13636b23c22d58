package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.time.Duration;

/**
 * How the service goes down.
 *
 * @param drainDelay from SIGTERM, when readiness turns, to the closing of the port
 * @param shutdownGrace how long requests in flight may take after that
 */
public record LifecycleSettings(Duration drainDelay, Duration shutdownGrace) {
    private static final int MS_MAX = 300_000;

    static LifecycleSettings from(SettingsReader reader) {
        return new LifecycleSettings(
                Duration.ofMillis(reader.integer(SettingNames.DRAIN_DELAY_MS, 0, 0, MS_MAX)),
                Duration.ofMillis(reader.integer(SettingNames.SHUTDOWN_GRACE_MS, 10_000, 0, MS_MAX)));
    }
}
