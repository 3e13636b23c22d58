package dev.twinlab.lab.cli;

import dev.twinlab.lab.compare.Comparisons;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        description = "Tells what changed from one recorded campaign to another, of each service and metric.",
        footer = {"", "Exit codes: 0 comparable, 30 not comparable, 1 error, 2 usage."},
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "The earlier campaign's folder, or its name under results/.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The later one.")
    private String second = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Comparisons.compare(
                RecordedRun.find(first),
                RecordedRun.find(second),
                spec.commandLine().getOut());
    }
}
