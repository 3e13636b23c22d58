package dev.twinlab.lab.run;

import dev.twinlab.lab.tool.Commands;
import dev.twinlab.lab.tool.Folders;
import dev.twinlab.lab.tool.JdkFinder.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a live JVM by {@code jcmd}. */
final class LiveJvm {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** The lines of {@code GC.heap_info} that tell a heap's or a generation's use, by the collectors' own names. */
    private static final Pattern USED = Pattern.compile(
            "^\\s*(?:garbage-first heap|ZHeap|DefNew|Tenured|PSYoungGen|ParOldGen)\\s[^\\n]*?used (\\d+)([KM])",
            Pattern.MULTILINE);

    private final Path jcmd;
    private final long pid;

    LiveJvm(Jdk jdk, long pid) {
        this.jcmd = jdk.jcmd();
        this.pid = pid;
    }

    /**
     * What one visit found.
     *
     * @param flags {@code VM.flags}, sorted
     * @param heapUsedAfterGcKib heap used after the full collection that the visit made
     */
    record Visit(List<String> flags, long heapUsedAfterGcKib) {}

    /** Collects garbage, then reads flags and heap; one fork for all of it. Empty when the JVM did not answer. */
    Optional<Visit> collectAndRead() throws InterruptedException {
        Path script = script();
        try {
            return Commands.run(
                            LIMIT,
                            List.of(
                                    jcmd.toString(),
                                    "-J-Xmx32m",
                                    "-J-XX:+UseSerialGC",
                                    "-J-XX:TieredStopAtLevel=1",
                                    Long.toString(pid),
                                    "-f",
                                    script.toString()))
                    .filter(Commands.Result::succeeded)
                    .map(it -> new Visit(flags(it.output()), heapUsed(it.output())));
        } finally {
            Folders.deleteQuietly(script);
        }
    }

    private static Path script() {
        try {
            Path script = Files.createTempFile("twinlab-", ".jcmd");
            Files.writeString(script, "VM.flags\nGC.run\nGC.heap_info\n");
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder cannot be written: " + e.getMessage(), e);
        }
    }

    static List<String> flags(String output) {
        return output.lines()
                .filter(it -> it.startsWith("-XX:"))
                .flatMap(it -> Arrays.stream(it.strip().split("\\s+")))
                .sorted()
                .toList();
    }

    static long heapUsed(String output) {
        long kib = 0;
        for (Matcher used = USED.matcher(output); used.find(); ) {
            kib += Long.parseLong(used.group(1)) * (used.group(2).equals("M") ? 1024 : 1);
        }
        return kib;
    }
}
