package dev.twinlab.lab.tool;

import dev.twinlab.lab.LabFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds k6: the environment variable {@code K6}, the {@code PATH}, the lab's cache; else makes it, with Go or out of its
 * container image, and keeps it in the cache.
 */
public final class K6Finder {
    /** What the cache holds and what is made. */
    public static final String VERSION = "2.2.0";

    private static final Pattern VERSION_LINE = Pattern.compile("k6(?:\\.exe)? v(\\d+)\\.(\\d+\\.\\d+\\S*)");
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration BUILD = Duration.ofMinutes(10);

    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param root the project
     * @param environment of the lab: {@code K6} and {@code PATH} are looked at
     */
    public K6Finder(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * A k6 that works.
     *
     * @param binary the program
     * @param version such as 2.2.0
     * @param source how it was found, for people
     */
    public record K6(Path binary, String version, String source) {}

    /** The first k6 that is there already; nothing is made. */
    public Optional<K6> find() throws InterruptedException {
        String named = environment.get("K6");
        if (named != null && !named.isBlank()) {
            Path binary = Path.of(named);
            String version = version(binary)
                    .orElseThrow(() -> new LabFailure(
                            "The variable K6 names '%s', which is not a k6 of version 2: correct it, or unset it and let the lab look for one."
                                    .formatted(named)));
            return Optional.of(new K6(binary, version, "variable K6"));
        }
        for (String folder : environment.getOrDefault("PATH", "").split(":")) {
            Path binary = Path.of(folder.isEmpty() ? "." : folder, "k6");
            if (Files.isExecutable(binary) && !Files.isDirectory(binary)) {
                Optional<String> version = version(binary);
                if (version.isPresent()) {
                    return Optional.of(new K6(binary, version.get(), "PATH"));
                }
            }
        }
        Path cached = cache();
        return Files.isExecutable(cached)
                ? version(cached).map(it -> new K6(cached, it, "the lab's cache"))
                : Optional.empty();
    }

    /**
     * Finds a k6 or makes one.
     *
     * @param progress told before something takes minutes
     * @throws LabFailure with the command that gets it, where it cannot be had
     */
    public K6 findOrMake(PrintWriter progress) throws InterruptedException {
        Optional<K6> found = find();
        if (found.isPresent()) {
            return found.get();
        }
        String withGo = build(progress);
        Optional<K6> made = find();
        if (made.isPresent()) {
            return made.get();
        }
        String withDocker = copyFromImage(progress);
        return find().orElseThrow(() -> new LabFailure(
                "k6 %s, which makes the load, is not here and could not be made (Go: %s; container image: %s): install Go 1.26 or newer and run ./lab again, or give a k6 with K6=/path/to/k6."
                        .formatted(VERSION, withGo, withDocker)));
    }

    private Path cache() {
        return root.resolve(".lab/tools/k6-" + VERSION + "/k6");
    }

    /** Empty where it is not a k6 2.x. */
    private static Optional<String> version(Path binary) throws InterruptedException {
        return Commands.run(SHORT, List.of(binary.toString(), "version"))
                .filter(Commands.Result::succeeded)
                .map(it -> VERSION_LINE.matcher(it.output()))
                .filter(Matcher::find)
                .filter(it -> it.group(1).equals("2"))
                .map(it -> it.group(1) + "." + it.group(2));
    }

    /** Why it did not work; empty when it did. */
    private String build(PrintWriter progress) throws InterruptedException {
        Path module = root.resolve("load-tests/k6/build");
        if (Commands.run(SHORT, List.of("go", "version"))
                .filter(Commands.Result::succeeded)
                .isEmpty()) {
            return "no 'go' in the PATH";
        }
        progress.println("k6 is not here: building %s with Go; this takes a few minutes, once".formatted(VERSION));
        progress.flush();
        Path part = part();
        // With the checksums of the committed go.sum; `go install pkg@version` needs the proxy's list of versions,
        // which
        // some proxies do not serve.
        return make(
                part,
                Commands.run(
                        BUILD,
                        module,
                        Map.of("GOFLAGS", "-mod=readonly -buildvcs=false", "CGO_ENABLED", "0"),
                        List.of("go", "build", "-trimpath", "-o", part.toString(), "go.k6.io/k6/v2")));
    }

    private String copyFromImage(PrintWriter progress) throws InterruptedException {
        if (Commands.run(SHORT, List.of("docker", "version", "--format", "{{.Server.Version}}"))
                .filter(Commands.Result::succeeded)
                .isEmpty()) {
            return "no Docker that answers";
        }
        progress.println("k6 is not here: taking %s out of its container image".formatted(VERSION));
        progress.flush();
        Optional<Commands.Result> created = Commands.run(BUILD, List.of("docker", "create", "grafana/k6:" + VERSION));
        if (created.filter(Commands.Result::succeeded).isEmpty()) {
            return created.map(Commands.Result::lastLine).orElse("docker cannot be run");
        }
        // The program itself and not the container: a process of our own can be pinned and its CPU be read.
        String container = created.get().lastLine();
        Path part = part();
        try {
            return make(
                    part, Commands.run(BUILD, List.of("docker", "cp", container + ":/usr/bin/k6", part.toString())));
        } finally {
            Commands.run(SHORT, List.of("docker", "rm", container));
        }
    }

    private Path part() {
        Path part = cache().resolveSibling("k6.part");
        try {
            Files.createDirectories(part.getParent());
            return part;
        } catch (IOException e) {
            throw new LabFailure(
                    "The lab's cache %s cannot be written: %s.".formatted(part.getParent(), e.getMessage()), e);
        }
    }

    private String make(Path part, Optional<Commands.Result> result) {
        if (result.filter(Commands.Result::succeeded).isEmpty()) {
            Folders.deleteQuietly(part);
            return result.map(Commands.Result::lastLine).orElse("cannot be run");
        }
        try {
            Files.move(part, cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return "";
        } catch (IOException e) {
            return "cannot write " + cache() + ": " + e.getMessage();
        }
    }
}
