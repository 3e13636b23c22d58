package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.record.CampaignReporter;
import dev.twinlab.lab.run.Conformance;
import java.util.ServiceLoader;

/** Finds the implementations of what this package only uses. */
final class Seams {
    private Seams() {}

    static CampaignReporter reporter() {
        return ServiceLoader.load(CampaignReporter.class).findFirst().orElse((campaign, out) -> {
            out.println("No reporter is on the class path; the recorded runs are in " + campaign + ".");
            return ExitCodes.OK;
        });
    }

    static Conformance conformance() {
        return ServiceLoader.load(Conformance.class)
                .findFirst()
                .orElseThrow(() -> new LabFailure("No conformance suite is on the class path."));
    }
}
