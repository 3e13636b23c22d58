package dev.twinlab.micronaut.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident set of this process, as the kernel counts it. */
final class ResidentMemory {
    private static final Path STATM = Path.of("/proc/self/statm");
    private static final int RESIDENT = 1;
    /** Of Linux on x86-64 and in the usual builds for ARM. */
    private static final double PAGE_BYTES = 4096;

    private ResidentMemory() {}

    /** Bytes; not a number where there is no {@code /proc}. */
    static double bytes() {
        try {
            return Long.parseLong(Files.readString(STATM).split(" ")[RESIDENT]) * PAGE_BYTES;
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
