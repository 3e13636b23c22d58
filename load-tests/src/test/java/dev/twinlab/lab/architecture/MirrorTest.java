package dev.twinlab.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The mirror rule: open both services at the same path and you see the same role. */
class MirrorTest {
    /** Files that one side has and the other cannot need, each with its reason. */
    private static final Map<String, String> ONLY_HELIDON = Map.ofEntries(
            Map.entry(
                    "http/ApiRoutes.java",
                    "routes are registered in code; Micronaut's are annotations on the resources"),
            Map.entry(
                    "http/Json.java",
                    "one mapper reads and writes; Micronaut spreads this over its serde beans (JsonBody, StrictJson, WireTypes)"),
            Map.entry("http/Listeners.java", "listeners are built in code; Micronaut's are in application.properties"),
            Map.entry(
                    "http/QueryValues.java", "reads raw values of a ServerRequest; Micronaut binds them by annotation"),
            Map.entry(
                    "http/RequestContext.java",
                    "what is known of a request; Micronaut keeps it in request attributes (CurrentRequest)"),
            Map.entry("http/Responses.java", "sends bytes with their length; Micronaut's server does so by itself"),
            Map.entry("http/UnwrittenHeader.java", "keeps headers off the wire that Helidon 4.1.2 adds by itself"),
            Map.entry("orders/PlacedOrder.java", "outcome of a placed order; Micronaut nests it in OrderService"),
            Map.entry(
                    "orders/StockRow.java", "row of a statement in plain JDBC; Micronaut nests it in StockRepository"),
            Map.entry("persistence/DatabaseException.java", "Jdbc's own exceptions; Micronaut Data brings its own"),
            Map.entry(
                    "persistence/DatabaseUnavailableException.java",
                    "Jdbc's own exceptions; Micronaut Data brings its own"),
            Map.entry("persistence/Jdbc.java", "plain JDBC; Micronaut Data takes its place"),
            Map.entry(
                    "telemetry/Logging.java",
                    "sets Logback up in code; Micronaut reads logback.xml, because its loggers are there before any setting is"));

    private static final Map<String, String> ONLY_MICRONAUT = Map.ofEntries(
            Map.entry(
                    "telemetry/LogFloors.java",
                    "at low levels the framework logs secrets and parameters; Helidon's loggers do not"),
            Map.entry(
                    "health/DatabaseIndicator.java",
                    "a bean for each check; Helidon has them as HealthChecks in ReadinessChecks"),
            Map.entry(
                    "health/DrainIndicator.java",
                    "a bean for each check; Helidon has them as HealthChecks in ReadinessChecks"),
            Map.entry(
                    "health/SchemaIndicator.java",
                    "a bean for each check; Helidon has them as HealthChecks in ReadinessChecks"),
            Map.entry("http/ApiPort.java", "one router serves both ports; Helidon has a routing for each"),
            Map.entry("http/CurrentRequest.java", "what is known of a request; Helidon keeps it in its RequestContext"),
            Map.entry("http/FilterOrder.java", "filters are ordered by number; Helidon's by registration"),
            Map.entry(
                    "http/JsonBody.java",
                    "a body of bytes that waits until the headers were checked; Helidon reads it in the handler"),
            Map.entry("http/JsonBodyReader.java", "the framework's reader for JsonBody"),
            Map.entry("http/RouteMisses.java", "404 and 405 come from the router; Helidon's ApiRoutes registers them"),
            Map.entry("http/StrictJson.java", "the framework's parser made strict; Helidon's is in Json"),
            Map.entry("http/StrictScalars.java", "the framework's scalars made strict; Helidon's are in Json"),
            Map.entry("http/WireTypes.java", "imports the contract's records for compile-time serde"),
            Map.entry("orders/LineRow.java", "a mapped row; Helidon reads it in a lambda"),
            Map.entry("persistence/DatabaseFailures.java", "sorts Micronaut Data's exceptions; Helidon has its own"),
            Map.entry("products/ProductRow.java", "a mapped row; Helidon reads it in a lambda"));

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
