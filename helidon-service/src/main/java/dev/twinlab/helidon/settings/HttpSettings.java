package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;

/**
 * Where the service listens.
 *
 * @param port of the API, 0 for a free one
 * @param managementPort of probes, metrics and version, 0 for a free one
 */
public record HttpSettings(int port, int managementPort) {
    static HttpSettings from(SettingValues values) {
        int port = values.whole(SettingNames.HTTP_PORT);
        int managementPort = values.whole(SettingNames.MANAGEMENT_PORT);
        if (port != 0 && port == managementPort) {
            values.problem(
                    SettingNames.MANAGEMENT_PORT,
                    SettingNames.MANAGEMENT_PORT + " is '" + port + "', the same as " + SettingNames.HTTP_PORT
                            + "; it must be another port");
        }
        return new HttpSettings(port, managementPort);
    }
}
