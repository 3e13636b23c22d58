package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/**
 * Where the service listens.
 *
 * @param port of the API, 0..65535; 0 picks a free one
 * @param managementPort of health, metrics and version, 0..65535; 0 picks a free one
 */
public record HttpSettings(int port, int managementPort) {
    private static final int PORT_MAX = 65_535;
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_MANAGEMENT_PORT = 8081;

    static HttpSettings read(SettingsReader reader) {
        int port = reader.integer(SettingNames.HTTP_PORT, 0, PORT_MAX, DEFAULT_PORT);
        int managementPort = reader.integer(SettingNames.MANAGEMENT_PORT, 0, PORT_MAX, DEFAULT_MANAGEMENT_PORT);
        if (port != 0 && port == managementPort) {
            reader.problem(SettingNames.HTTP_PORT + " and " + SettingNames.MANAGEMENT_PORT + " are both " + port
                    + "; they must differ.");
        }
        return new HttpSettings(port, managementPort);
    }

    /**
     * These settings with every 0 replaced by a port that is free now: routes are tied to the management port when they are
     * built, which is before the listeners are bound.
     */
    public HttpSettings resolved() {
        try (ServerSocket api = new ServerSocket(0);
                ServerSocket management = new ServerSocket(0)) {
            return new HttpSettings(
                    port == 0 ? api.getLocalPort() : port,
                    managementPort == 0 ? management.getLocalPort() : managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no free port", e);
        }
    }
}
