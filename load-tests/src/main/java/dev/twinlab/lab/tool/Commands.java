package dev.twinlab.lab.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs short commands. */
public final class Commands {
    private Commands() {}

    /**
     * What a command did.
     *
     * @param exitCode 0 when it went well
     * @param output standard output and error together
     */
    public record Result(int exitCode, String output) {
        public boolean succeeded() {
            return exitCode == 0;
        }

        /** The last line that says anything, for a message. */
        public String lastLine() {
            return output.lines()
                    .filter(it -> !it.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("no output")
                    .strip();
        }
    }

    /** Runs {@code command}; empty where it cannot be started at all. */
    public static Optional<Result> run(Duration limit, List<String> command) throws InterruptedException {
        return run(limit, null, Map.of(), command);
    }

    /**
     * Runs {@code command} and waits.
     *
     * @param limit after that it is killed, with exit code 124
     * @param folder where it runs; null for the lab's own
     * @param environment added to the lab's own
     * @return empty where it cannot be started at all
     */
    public static Optional<Result> run(
            Duration limit,
            @org.jspecify.annotations.Nullable Path folder,
            Map<String, String> environment,
            List<String> command)
            throws InterruptedException {
        Path output = null;
        Process process = null;
        try {
            // A file and not a pipe: a grandchild that keeps a pipe open would keep the lab waiting.
            output = Files.createTempFile("twinlab-", ".out");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            if (folder != null) {
                builder.directory(folder.toFile());
            }
            builder.environment().putAll(environment);
            process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                Processes.kill(process);
                return Optional.of(new Result(124, "no end after " + limit.toSeconds() + " s"));
            }
            return Optional.of(
                    new Result(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (process != null) {
                Processes.kill(process);
            }
            Folders.deleteQuietly(output);
        }
    }
}
