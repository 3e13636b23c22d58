package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;

/**
 * Where the service listens.
 *
 * @param port of the API, 0 for a free one
 * @param managementPort of probes, metrics and version, 0 for a free one
 */
public record HttpSettings(int port, int managementPort) {
    private static final int PORT_MAX = 65535;

    static HttpSettings from(SettingsReader reader) {
        var settings = new HttpSettings(
                reader.integer(SettingNames.HTTP_PORT, 8080, 0, PORT_MAX),
                reader.integer(SettingNames.MANAGEMENT_PORT, 8081, 0, PORT_MAX));
        if (settings.port != 0 && settings.port == settings.managementPort) {
            reader.problem(SettingNames.MANAGEMENT_PORT + " is '" + settings.port + "', the same as "
                    + SettingNames.HTTP_PORT + "; it must be another port");
        }
        return settings;
    }
}
