package dev.twinlab.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The mirror rule: open both services at the same path and you see the same role. */
class MirrorTest {
    /** Files that one side has and the other cannot need, each with its reason. */
    private static final Map<String, String> ONLY_HELIDON = new TreeMap<>(Map.of());

    private static final Map<String, String> ONLY_MICRONAUT = new TreeMap<>(Map.of());

    @Test
    void both_services_have_the_same_classes_for_the_same_roles() throws IOException {
        var helidon = sources("helidon");
        var micronaut = sources("micronaut");

        var onlyHelidon = new TreeSet<>(helidon);
        onlyHelidon.removeAll(micronaut);
        var onlyMicronaut = new TreeSet<>(micronaut);
        onlyMicronaut.removeAll(helidon);

        assertThat(onlyHelidon)
                .as("classes that only Helidon has; explain each in ONLY_HELIDON or give Micronaut its twin")
                .isEqualTo(ONLY_HELIDON.keySet());
        assertThat(onlyMicronaut)
                .as("classes that only Micronaut has; explain each in ONLY_MICRONAUT or give Helidon its twin")
                .isEqualTo(ONLY_MICRONAUT.keySet());
    }

    @Test
    void the_roles_of_the_design_are_there() throws IOException {
        for (String service : new String[] {"helidon", "micronaut"}) {
            assertThat(sources(service).stream().map(it -> it.replaceAll("/?[^/]*$", "")))
                    .contains(
                            "orders",
                            "products",
                            "reports",
                            "worker",
                            "settings",
                            "telemetry",
                            "health",
                            "security",
                            "");
            assertThat(sources(service)).contains("Main.java");
        }
    }

    private static TreeSet<String> sources(String service) throws IOException {
        Path folder = ProjectFolders.root().resolve(service + "-service/src/main/java/dev/twinlab/" + service);
        try (var files = Files.walk(folder)) {
            var names = new TreeSet<String>();
            files.filter(it -> it.toString().endsWith(".java"))
                    .forEach(it -> names.add(folder.relativize(it).toString().replace('\\', '/')));
            assertThat(names).as("sources under " + folder).isNotEmpty();
            return names;
        }
    }
}
