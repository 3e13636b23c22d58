package dev.twinlab.lab.cli;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.record.CampaignReporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Repeats analysis and report of a recorded campaign, from its files alone.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final CampaignReporter reporter;

    @Parameters(paramLabel = "RUN", description = "The campaign's folder, or its name under results/.")
    private String run = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReportCommand(CampaignReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public Integer call() {
        return reporter.report(folder(), spec.commandLine().getOut());
    }

    private Path folder() {
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
