package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.time.Duration;

/**
 * How the service stops.
 *
 * @param drainDelay from SIGTERM (ready answers 503) to the closing of the port, 0..5 min
 * @param shutdownGrace how long requests in flight may take after that, 0..5 min
 */
public record LifecycleSettings(Duration drainDelay, Duration shutdownGrace) {
    private static final int LONGEST_MS = 300_000;

    static LifecycleSettings read(SettingsReader reader) {
        return new LifecycleSettings(
                Duration.ofMillis(reader.integer(SettingNames.DRAIN_DELAY_MS, 0, LONGEST_MS, 0)),
                Duration.ofMillis(reader.integer(SettingNames.SHUTDOWN_GRACE_MS, 0, LONGEST_MS, 10_000)));
    }
}
