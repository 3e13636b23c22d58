package dev.twinlab.lab.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions that the root pom pins for both services, by artifact name, as the build has written them down. */
final class Pins {
    private Pins() {}

    static Map<String, String> load() {
        try (InputStream in = Pins.class.getResourceAsStream("/dev/twinlab/lab/pins.properties")) {
            var properties = new Properties();
            properties.load(in);
            Map<String, String> pins = new TreeMap<>();
            properties.stringPropertyNames().forEach(it -> pins.put(it, properties.getProperty(it)));
            return pins;
        } catch (IOException e) {
            throw new UncheckedIOException("pins.properties cannot be read from the class path", e);
        }
    }
}
