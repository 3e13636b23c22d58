package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.run.Soak;
import dev.twinlab.lab.tool.JdkFinder;
import dev.twinlab.lab.tool.K6Finder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "soak",
        description = "Loads both services for a long time and tells what grows: memory, files, threads, connections.",
        mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {
    private static final int LEAST_SECONDS = 90;
    private static final int MOST_SECONDS = 3600;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "1200",
            description = "How long, 90..3600; default ${DEFAULT-VALUE}.")
    private int seconds = 1200;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "150",
            description = "Requests a second to each service; default ${DEFAULT-VALUE}.")
    private double rate = 150;

    @Option(names = "--results", paramLabel = "DIR", description = "Folder for the series; default results/.")
    private @Nullable Path results;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw new LabFailure(
                    "%d seconds are not between %d and %d: less shows no trend, more belongs to a test environment."
                            .formatted(seconds, LEAST_SECONDS, MOST_SECONDS));
        }
        PrintWriter out = spec.commandLine().getOut();
        Project project = Project.find();
        project.jars().forEach((service, jar) -> {
            if (!Files.isRegularFile(jar)) {
                throw new LabFailure("The jar of %s is not at %s: start the lab with ./lab, which builds it."
                        .formatted(service, jar));
            }
        });
        Path folder = (results == null ? project.results() : results)
                .toAbsolutePath()
                .resolve("soak-" + TIME.format(Instant.now()));
        var soak = new Soak(
                new Soak.Settings(
                        Duration.ofSeconds(seconds),
                        rate,
                        folder,
                        project.jars(),
                        JdkFinder.find(),
                        new K6Finder(project.root(), System.getenv()).findOrMake(out),
                        project.loadScript()),
                out);
        boolean good = StopOnSignal.run(
                () -> {
                    try {
                        return soak.run();
                    } catch (InterruptedException e) {
                        throw new LabFailure("Stopped on request.", e);
                    }
                },
                Duration.ofSeconds(30));
        out.println("series: " + folder);
        return good ? ExitCodes.OK : ExitCodes.ERROR;
    }
}
