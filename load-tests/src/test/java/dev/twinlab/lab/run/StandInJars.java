package dev.twinlab.lab.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Packages {@link StandIn} the way the services are packaged: a jar that is started with {@code java -jar}. */
final class StandInJars {
    private StandInJars() {}

    /** By service. */
    static Map<String, Path> make(Path folder) {
        Map<String, Path> jars = new TreeMap<>();
        for (String service : new String[] {"helidon", "micronaut"}) {
            jars.put(service, jar(folder.resolve(service + "-stand-in.jar")));
        }
        return jars;
    }

    private static Path jar(Path file) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(":"))
                                .map(it -> Path.of(it).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
