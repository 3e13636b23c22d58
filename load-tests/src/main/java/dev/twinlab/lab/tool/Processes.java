package dev.twinlab.lab.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Other processes: whether one still lives, and its end. */
public final class Processes {
    private Processes() {}

    /** Kills {@code process} with all its descendants and waits until it is gone, at most 5 s. */
    public static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * When a process started, clock ticks since boot; with the pid it names a process for good, since pids are used again.
     * Empty where there is no such process, or only its zombie.
     */
    public static OptionalLong startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may hold spaces and parentheses itself.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") || fields[0].equals("X")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(fields[19]));
        } catch (IOException | RuntimeException gone) {
            return OptionalLong.empty();
        }
    }

    /** Whether the process lives, not counting a zombie. */
    public static boolean lives(long pid) {
        return startTicks(pid).isPresent();
    }

    /** Whether {@code file} was last changed less than {@code age} ago. */
    static boolean youngerThan(Path file, Duration age) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minus(age));
        } catch (IOException gone) {
            return false;
        }
    }
}
