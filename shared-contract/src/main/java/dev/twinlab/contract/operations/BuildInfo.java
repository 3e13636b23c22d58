package dev.twinlab.contract.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this build is.
 *
 * @param version project version
 * @param buildId hash of the sources, {@code dev} when built by hand
 */
public record BuildInfo(String version, String buildId) {
    /** Reads it from the class path. */
    public static BuildInfo load() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("/dev/twinlab/contract/build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return new BuildInfo(properties.getProperty("version"), properties.getProperty("build.id"));
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read from the class path", e);
        }
    }
}
