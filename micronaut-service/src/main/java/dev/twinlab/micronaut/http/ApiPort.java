package dev.twinlab.micronaut.http;

import dev.twinlab.micronaut.settings.HttpSettings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Tells the API's requests from those of the management port: both run through the same filters. */
@Singleton
public final class ApiPort {
    private final int managementPort;

    ApiPort(HttpSettings settings) {
        this.managementPort = settings.managementPort();
    }

    /** Whether {@code request} came in on the port of the API. */
    public boolean received(HttpRequest<?> request) {
        return request.getServerAddress().getPort() != managementPort;
    }
}
