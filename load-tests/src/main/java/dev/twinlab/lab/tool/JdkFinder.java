package dev.twinlab.lab.tool;

import dev.twinlab.lab.LabFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JDK that runs the lab, which is the one that runs both services. */
public final class JdkFinder {
    private static final int VERSION = 25;

    private JdkFinder() {}

    /**
     * Where its programs are.
     *
     * @param java the launcher
     * @param jcmd the diagnostic tool
     * @param version {@code java.runtime.version} of either
     */
    public record Jdk(Path java, Path jcmd, String version) {}

    /** The running JDK. */
    public static Jdk find() {
        int feature = Runtime.version().feature();
        if (feature != VERSION) {
            throw new LabFailure(
                    "Twinlab needs JDK %d to run the services, and this is %d: set JAVA_HOME to a JDK %d, then run ./lab."
                            .formatted(VERSION, feature, VERSION));
        }
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path jcmd = bin.resolve("jcmd");
        if (!Files.isExecutable(jcmd)) {
            throw new LabFailure(
                    "Twinlab needs a whole JDK to read the flags and the heap of the live services, and %s has no jcmd: set JAVA_HOME to a JDK %d, not a JRE."
                            .formatted(bin, VERSION));
        }
        return new Jdk(bin.resolve("java"), jcmd, System.getProperty("java.runtime.version"));
    }
}
