package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a recorded campaign by what a user calls it. */
final class RecordedRun {
    private RecordedRun() {}

    /** Its folder, or its name under {@code results/}. */
    static Path find(String run) {
        Path named = Path.of(run);
        if (isCampaign(named)) {
            return named;
        }
        Path underResults = Project.find().results().resolve(run);
        if (isCampaign(underResults)) {
            return underResults;
        }
        throw new LabFailure("There is no recorded run '%s': neither %s nor %s has a manifest.json."
                .formatted(run, named.toAbsolutePath(), underResults));
    }

    private static boolean isCampaign(Path folder) {
        return Files.isRegularFile(folder.resolve("manifest.json"));
    }
}
