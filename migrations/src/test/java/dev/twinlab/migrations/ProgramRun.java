package dev.twinlab.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the program in a process of its own.
 *
 * @param exitCode of the process
 * @param out lines of standard output
 * @param err lines of standard error
 */
public record ProgramRun(int exitCode, List<String> out, List<String> err) {
    /** Runs it with these variables and no others of its own. */
    public static ProgramRun of(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.twinlab.migrations.Main"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("migrations", ".out");
        Path err = Files.createTempFile("migrations", ".err");
        try {
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(it -> it.matches("(DB|LOG|MIGRATION)_.*|JAVA_TOOL_OPTIONS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program hangs: " + Files.readString(err));
            }
            return new ProgramRun(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Variables that lead to a database of the test server. */
    public static Map<String, String> environment(String database) {
        return Map.of("DB_URL", TestServer.url(database), "DB_USER", "postgres", "LOG_LEVEL", "WARN");
    }
}
