package dev.twinlab.lab.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Temporary files and folders of the lab. */
public final class Folders {
    private Folders() {}

    /** Deletes {@code path} with all that is in it, as far as that can be done; what stays is not a failure. */
    public static void deleteQuietly(@Nullable Path path) {
        if (path == null || !Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stays) {
            // Somebody else's process may still write there; the next start of the lab sweeps again.
            return;
        }
    }
}
