package dev.twinlab.micronaut.telemetry;

import dev.twinlab.contract.operations.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is on the class path.
 *
 * @param framework name and version of the framework
 * @param versions version of each pinned library by artifact name
 */
record Libraries(VersionInfo.Framework framework, Map<String, String> versions) {
    /** One class of each pinned library: the jar that it comes from names the version. */
    private static final Map<String, String> PINNED = Map.of(
            "HikariCP", "com.zaxxer.hikari.HikariDataSource",
            "postgresql", "org.postgresql.Driver",
            "logback-classic", "ch.qos.logback.classic.Logger",
            "slf4j-api", "org.slf4j.Logger",
            "micrometer-core", "io.micrometer.core.instrument.MeterRegistry",
            "jackson-core", "com.fasterxml.jackson.core.JsonFactory",
            "nimbus-jose-jwt", "com.nimbusds.jose.JWSObject");

    static Libraries load() {
        var versions = new TreeMap<String, String>();
        PINNED.forEach((artifact, className) -> versions.put(artifact, version(artifact, className)));
        return new Libraries(readFramework(), Collections.unmodifiableMap(versions));
    }

    private static String version(String artifact, String className) {
        try {
            URL jar = Class.forName(className, false, Libraries.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            // Not the manifest: several of these libraries leave their version out of it.
            Matcher name =
                    Pattern.compile(Pattern.quote(artifact) + "-(.+)\\.jar$").matcher(jar.getPath());
            return name.find() ? name.group(1) : "unknown";
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(artifact + " is not on the class path: it has no " + className, e);
        }
    }

    private static VersionInfo.Framework readFramework() {
        try (InputStream in = Libraries.class.getResourceAsStream("/dev/twinlab/micronaut/framework.properties")) {
            var properties = new Properties();
            properties.load(in);
            return new VersionInfo.Framework(properties.getProperty("name"), properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException("framework.properties cannot be read from the class path", e);
        }
    }
}
