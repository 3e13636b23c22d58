package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;
import java.time.Duration;

/**
 * How the service goes down.
 *
 * @param drainDelay from SIGTERM, when readiness turns, to the closing of the port
 * @param shutdownGrace how long requests in flight may take after that
 */
public record LifecycleSettings(Duration drainDelay, Duration shutdownGrace) {
    static LifecycleSettings from(SettingValues values) {
        return new LifecycleSettings(
                Duration.ofMillis(values.whole(SettingNames.DRAIN_DELAY_MS)),
                Duration.ofMillis(values.whole(SettingNames.SHUTDOWN_GRACE_MS)));
    }
}
