package dev.twinlab.lab.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the modules from wherever a test runs. */
final class ProjectFolders {
    private ProjectFolders() {}

    /** The folder that holds every module. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("shared-contract"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException(
                        "no folder above " + Path.of("").toAbsolutePath() + " has shared-contract/");
            }
        }
        return here;
    }

    /** The compiled classes of a module, which must have been built. */
    static Path classes(String module) {
        Path classes = root().resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(classes + " is missing: build " + module + " first");
        }
        return classes;
    }
}
