package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.tool.Commands;
import dev.twinlab.lab.tool.JdkFinder;
import dev.twinlab.lab.tool.K6Finder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Shows what the lab needs, what it has found, and what to do about the rest.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String BINARIES = "/postgres-linux-%s.txz";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One line; {@code needed} is false where the lab manages without. */
    private record Row(String component, boolean found, boolean needed, String text) {}

    @Override
    public Integer call() throws InterruptedException {
        Project project = Project.find();
        List<Row> rows = new ArrayList<>();
        rows.add(jdk());
        rows.add(k6(project));
        rows.add(postgres());
        rows.add(command(
                "taskset",
                false,
                "nothing will be pinned to cores: apt-get install util-linux",
                "taskset",
                "--version"));
        rows.add(command(
                "git", false, "the results will not name their commit: apt-get install git", "git", "--version"));
        for (Map.Entry<String, Path> jar : project.jars().entrySet()) {
            boolean there = Files.isRegularFile(jar.getValue());
            rows.add(new Row(
                    jar.getKey() + " jar",
                    there,
                    true,
                    there ? jar.getValue().toString() : "not at " + jar.getValue() + ": ./lab bench builds it"));
        }
        Path results = project.results();
        boolean writable = Files.isWritable(results) || !Files.exists(results) && Files.isWritable(project.root());
        rows.add(new Row(
                "results",
                writable,
                true,
                writable ? results.toString() : results + " cannot be written: give another folder with --results"));
        int cores = Runtime.getRuntime().availableProcessors();
        rows.add(new Row(
                "cores",
                cores > 1,
                false,
                cores > 1 ? cores + " to use" : "one only: service and load generator will share it"));
        PrintWriter out = spec.commandLine().getOut();
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-7s %-14s %s%n",
                    row.found() ? "ok" : row.needed() ? "MISSING" : "without",
                    row.component(),
                    row.text());
        }
        return rows.stream().allMatch(it -> it.found() || !it.needed()) ? ExitCodes.OK : ExitCodes.ERROR;
    }

    private static Row jdk() {
        try {
            JdkFinder.Jdk jdk = JdkFinder.find();
            return new Row("JDK", true, true, jdk.version() + " in " + System.getProperty("java.home"));
        } catch (LabFailure e) {
            return new Row("JDK", false, true, e.getMessage());
        }
    }

    private static Row k6(Project project) throws InterruptedException {
        try {
            Optional<K6Finder.K6> k6 = new K6Finder(project.root(), System.getenv()).find();
            if (k6.isPresent()) {
                return new Row(
                        "k6",
                        true,
                        true,
                        "%s, %s (%s)"
                                .formatted(
                                        k6.get().version(),
                                        k6.get().binary(),
                                        k6.get().source()));
            }
        } catch (LabFailure e) {
            return new Row("k6", false, true, e.getMessage());
        }
        boolean makeable = succeeds("go", "version") || succeeds("docker", "version");
        return new Row(
                "k6",
                makeable,
                true,
                makeable
                        ? "not here; ./lab bench makes %s, once".formatted(K6Finder.VERSION)
                        : "not here: install Go 1.26 or newer, then ./lab bench builds it, or give one with K6=/path/to/k6");
    }

    private static Row postgres() {
        String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "arm_64";
        boolean there = DoctorCommand.class.getResource(BINARIES.formatted(architecture)) != null;
        return new Row(
                "PostgreSQL",
                there,
                true,
                there
                        ? "embedded, from its Maven artifact"
                        : "no binaries for this machine: give a server of version 18 with ./lab bench --db jdbc:postgresql://host/postgres?user=…&password=…");
    }

    private static Row command(String name, boolean needed, String otherwise, String... command)
            throws InterruptedException {
        Optional<Commands.Result> result = Commands.run(LIMIT, List.of(command)).filter(Commands.Result::succeeded);
        return new Row(
                name,
                result.isPresent(),
                needed,
                result.map(Commands.Result::lastLine).orElse(otherwise));
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        return Commands.run(LIMIT, List.of(command))
                .filter(Commands.Result::succeeded)
                .isPresent();
    }
}
