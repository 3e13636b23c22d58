package dev.twinlab.helidon.telemetry;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The jars that this process runs from, those included that a jar's manifest adds. */
final class ClassPath {
    private ClassPath() {}

    static List<String> jars() {
        var jars = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            jars.add(entry);
            if (entry.endsWith(".jar")) {
                jars.addAll(manifestEntries(Path.of(entry)));
            }
        }
        return jars;
    }

    private static List<String> manifestEntries(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String entries =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            return entries == null ? List.of() : List.of(entries.split(" "));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
