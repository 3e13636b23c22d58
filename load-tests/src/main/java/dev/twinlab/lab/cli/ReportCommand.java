package dev.twinlab.lab.cli;

import dev.twinlab.lab.record.CampaignReporter;
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
        return reporter.report(RecordedRun.find(run), spec.commandLine().getOut());
    }
}
