package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.run.Conformance;
import java.util.ServiceLoader;

/** Finds the implementations of what this package only uses. */
final class Seams {
    private Seams() {}

    static Conformance conformance() {
        return ServiceLoader.load(Conformance.class)
                .findFirst()
                .orElseThrow(() -> new LabFailure("No conformance suite is on the class path."));
    }
}
