package dev.twinlab.helidon.telemetry;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions the running process has on its class path. */
final class Libraries {
    /** One class of each library: the jar that it comes from names the version. */
    private static final Map<String, String> PINNED = Map.of(
            "HikariCP", "com.zaxxer.hikari.HikariDataSource",
            "postgresql", "org.postgresql.Driver",
            "logback-classic", "ch.qos.logback.classic.Logger",
            "slf4j-api", "org.slf4j.Logger",
            "micrometer-core", "io.micrometer.core.instrument.MeterRegistry",
            "jackson-core", "com.fasterxml.jackson.core.JsonFactory",
            "helidon-webserver", "io.helidon.webserver.WebServer");

    private Libraries() {}

    /** Version of each pinned library by artifact name; "unknown" for one that does not come from a jar of that name. */
    static Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        PINNED.forEach((artifact, className) -> versions.put(artifact, version(artifact, className)));
        return Collections.unmodifiableMap(versions);
    }

    private static String version(String artifact, String className) {
        try {
            String jar = Class.forName(className, false, Libraries.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
            // Not the manifest: several of these libraries leave their version out of it.
            Matcher name =
                    Pattern.compile(Pattern.quote(artifact) + "-(.+)\\.jar$").matcher(jar);
            return name.find() ? name.group(1) : "unknown";
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(artifact + " is not on the class path: it has no " + className, e);
        }
    }
}
