package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;
import java.time.Duration;

/**
 * How the service stops.
 *
 * @param drainDelay from SIGTERM (ready answers 503) to the closing of the port, 0..5 min
 * @param shutdownGrace how long requests in flight may take after that, 0..5 min
 */
public record LifecycleSettings(Duration drainDelay, Duration shutdownGrace) {
    static LifecycleSettings read(SettingValues values) {
        return new LifecycleSettings(
                Duration.ofMillis(values.whole(SettingNames.DRAIN_DELAY_MS)),
                Duration.ofMillis(values.whole(SettingNames.SHUTDOWN_GRACE_MS)));
    }
}
