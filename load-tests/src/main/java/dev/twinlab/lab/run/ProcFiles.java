package dev.twinlab.lab.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the kernel tells of a process under {@code /proc}. Everything is empty once the process is gone. */
final class ProcFiles {
    /** {@code USER_HZ}: 100 on every Linux that a JDK 25 runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 11;

    private ProcFiles() {}

    /**
     * Memory of one process, KiB.
     *
     * @param rssKib resident set, shared pages counted fully
     * @param pssKib proportional set
     * @param anonymousKib anonymous pages
     * @param threads platform threads
     */
    record Memory(long rssKib, long pssKib, long anonymousKib, int threads) {}

    /** User and system time of the process, seconds, in steps of 10 ms. */
    static Optional<Double> cpuSeconds(long pid) {
        return cpuSeconds(pid, false);
    }

    /** The same of a process, those of its children that have ended, and {@code children}. */
    static Optional<Double> treeCpuSeconds(long pid, List<Long> children) {
        return cpuSeconds(pid, true).map(own -> {
            double sum = own;
            for (long child : children) {
                sum += cpuSeconds(child, false).orElse(0.0);
            }
            return sum;
        });
    }

    /** Its children now. Reads every process of the machine: not for every sample. */
    static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    private static Optional<Double> cpuSeconds(long pid, boolean withEndedChildren) {
        return read(pid, "stat").map(stat -> {
            // The name in parentheses may hold spaces and parentheses itself.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = UTIME; i < UTIME + (withEndedChildren ? 4 : 2); i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        });
    }

    static Optional<Memory> memory(long pid) {
        return read(pid, "smaps_rollup").flatMap(smaps -> read(pid, "status")
                .map(status ->
                        new Memory(number(smaps, "Rss:"), number(smaps, "Pss:"), number(smaps, "Anonymous:"), (int)
                                number(status, "Threads:"))));
    }

    /** The largest resident set that the process has had, KiB. */
    static Optional<Long> peakRssKib(long pid) {
        return read(pid, "status").map(it -> number(it, "VmHWM:"));
    }

    /** File descriptors that it holds: files, sockets, pipes. */
    static Optional<Integer> openFiles(long pid) {
        String[] names = new File("/proc/" + pid + "/fd").list();
        return Optional.ofNullable(names).map(it -> it.length);
    }

    private static long number(String text, String key) {
        int at = text.startsWith(key) ? 0 : text.indexOf("\n" + key) + 1;
        if (at == 0 && !text.startsWith(key)) {
            return 0;
        }
        int i = at + key.length();
        while (Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        long value = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            value = 10 * value + text.charAt(i++) - '0';
        }
        return value;
    }

    private static Optional<String> read(long pid, String name) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + pid + "/" + name)))
                    .filter(it -> !it.isEmpty());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
