package dev.twinlab.lab.cli;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.tool.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The project's folder and what was built from it.
 *
 * @param root where {@code pom.xml} and {@code load-tests/} are
 * @param buildId hash of the sources that the jars were built from
 */
record Project(Path root, String buildId) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** From the system properties {@code twinlab.root} and {@code twinlab.buildId}, which the script {@code lab} sets. */
    static Project find() {
        String root = System.getProperty("twinlab.root");
        if (root == null || !Files.isRegularFile(Path.of(root, "load-tests/k6/load.js"))) {
            throw new LabFailure("The lab does not know its project ('%s' is not one): start it with ./lab."
                    .formatted(root == null ? "" : root));
        }
        return new Project(Path.of(root).toAbsolutePath().normalize(), System.getProperty("twinlab.buildId", "dev"));
    }

    Path results() {
        return root.resolve("results");
    }

    Path loadScript() {
        return root.resolve("load-tests/k6/load.js");
    }

    /** By service; the property {@code twinlab.<service>.jar} names another place. */
    Map<String, Path> jars() {
        Map<String, Path> jars = new TreeMap<>();
        Arrays.stream(Variant.values()).map(Variant::wireName).forEach(service -> {
            String artifact = service + "-service";
            String other = System.getProperty("twinlab." + service + ".jar");
            jars.put(
                    service,
                    other == null
                            ? root.resolve(artifact).resolve("target").resolve(artifact + ".jar")
                            : Path.of(other).toAbsolutePath());
        });
        return jars;
    }

    /** Abbreviated, {@code -dirty} behind it where files differ; {@code unknown} outside a repository. */
    String commit() throws InterruptedException {
        var head = git("rev-parse", "--short", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain").isEmpty() ? head : head + "-dirty";
    }

    private String git(String... arguments) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        return Commands.run(LIMIT, command)
                .filter(Commands.Result::succeeded)
                .map(it -> it.output().strip())
                .orElse("");
    }
}
