package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;
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
    static HttpSettings read(SettingValues values) {
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
